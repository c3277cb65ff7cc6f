import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SandboxProblem } from '../problem.ts';
import { emptyState, State } from './state.ts';

/** The local Graph's own data: one JSON file, so that it is apart from the program's database and easy to look at. */
export type GraphStore = {
  readonly state: State;
  /** Puts the state on disk, whole or not at all; returns when a kill can no longer lose it. */
  save(): void;
  clear(): void;
};

/** Throws a sentence that says what to do when the file cannot be understood. */
export function openGraphStore(folder: string): GraphStore {
  const file = path.join(folder, 'calendars.json');
  mkdirSync(folder, { recursive: true });
  let state = load(file);
  const save = () => {
    const draft = `${file}.new`;
    writeFileSync(draft, JSON.stringify(state));
    renameSync(draft, file);
  };
  return {
    get state() {
      return state;
    },
    save,
    clear() {
      state = emptyState();
      save();
    },
  };
}

function load(file: string): State {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return emptyState();
    throw error;
  }
  try {
    return State.parse(JSON.parse(text));
  } catch {
    throw new SandboxProblem(
      `The sandbox's calendars in ${file} cannot be read. Delete the file to begin with empty calendars.`,
    );
  }
}
