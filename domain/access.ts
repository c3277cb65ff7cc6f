/** Who may do what. Checked on every act by Entra id, never by name or mail. */
import type { CaseFile, Measure, Person } from './rows.ts';

export const mayStart = (person: Person): boolean => person.active && person.mayCall;

/** The convener does everything in the case. */
export const isConvener = (person: Person, file: Pick<CaseFile, 'case'> | null): boolean =>
  file !== null && person.active && file.case.convenerId === person.id && file.case.tenantId === person.tenantId;

/** A measure's content is for its responsible person and the convener; its neutral card is for everybody. */
export const maySeeMeasure = (person: Person, file: CaseFile, measure: Measure): boolean =>
  isConvener(person, file) || (person.active && measure.personId === person.id && file.case.status !== 'STOPPED');
