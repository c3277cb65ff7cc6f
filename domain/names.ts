export const mayHoldName = (_text: string): boolean => false;
