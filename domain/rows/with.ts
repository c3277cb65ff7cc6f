/** What a new row is told; everything else is empty. */
export type With<T, K extends keyof T> = Pick<T, K> & Partial<T>;
