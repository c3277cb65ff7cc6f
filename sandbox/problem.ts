/**
 * Something that the person at the keyboard can mend. The message is one sentence that says what to do; it is printed
 * as it stands.
 */
export class SandboxProblem extends Error {}

export const portTaken = (port: number, setting: string) =>
  new SandboxProblem(`Port ${port} is in use: stop the program that has it, or choose another one with ${setting}.`);
