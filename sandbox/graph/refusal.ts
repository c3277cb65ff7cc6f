/** A request that Graph says no to: its status and error code. */
export class GraphRefusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notFound = () =>
  new GraphRefusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
export const invalid = (message: string, code = 'ErrorInvalidRequest') => new GraphRefusal(400, code, message);
