/** An invoke that failed, as Teams wants to be told: the card and what was typed in it stay as they are. */
export const invokeFailure = (statusCode: number, code: string, message: string) => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code, message },
});
