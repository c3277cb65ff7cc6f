/** The closed sets that a template can name in `"@each:SET:prefix"`, by the names they have in the code. */
import * as codes from '../domain/codes.ts';
import { INTERPRETER_LANGUAGES } from '../domain/interpreters.ts';
import { SECRET_PLACE } from '../domain/safety.ts';

export const closedSets: Record<string, readonly string[]> = { ...codes, INTERPRETER_LANGUAGES, SECRET_PLACE };
