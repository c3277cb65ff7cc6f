import { team } from '../../cards/case/team.ts';
import { GOES_ON } from '../../domain/codes.ts';
import type { Member } from '../../domain/rows/case.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { colleaguesOf, teamOf } from '../../domain/team.ts';
import { caseStep, type Outcome } from '../act.ts';
import { cardFor, takeCard } from './card-for.ts';

/** Who is new gets a card of their own that follows the case; who is not there any more loses theirs at once. */
export const saveTeam = caseStep({
  during: GOES_ON,
  inputsOn: 'team',
  form: ({ file, register }) => team.form(colleaguesOf(file, register).map(({ id }) => id)),
  async run(context): Promise<Outcome> {
    const { form, file, person, now, newId } = context;
    const before = teamOf(file);
    const gone = before.filter((member) => !form.colleagues.includes(member.personId));
    const added = form.colleagues.filter((id) => !before.some((member) => member.personId === id));
    const members = added.map(
      (personId): Member => ({
        id: newId(),
        caseId: file.case.id,
        personId,
        role: 'TEAM',
        addedAt: now,
        removedAt: null,
      }),
    );
    const cards = await Promise.all(added.map((id) => cardFor(file, id, context)));
    // Whoever presses keeps the card they press on until it is drawn; then they have no access either.
    const taken = gone
      .filter((member) => member.personId !== person?.id)
      .flatMap((member) => takeCard(file, member.personId, 'line.noLonger'));
    const changes: Change[] = [
      ...gone.map((member): Change => ({ in: 'member', id: member.id, set: { removedAt: now } })),
      ...members.map((member): Change => ({ in: 'member', id: member.id, set: member })),
    ];
    return {
      code: 'ok',
      changes: [...changes, ...cards.flat(), ...taken],
      page: 'more',
    };
  },
});
