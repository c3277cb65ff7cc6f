import { team } from '../../cards/case/team.ts';
import { say } from '../../cards/texts/say.ts';
import { colleaguesOf, teamOf } from '../../domain/team.ts';
import { caseOf, definePage } from '../act.ts';

export const teamPage = definePage(team, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  return {
    data: {
      title: say(language, 'team.title', { code: file.case.code }),
      next: say(language, 'team.next'),
      people: colleaguesOf(file, register).map(({ id, name, role }) => ({ title: `${name}, ${role}`, value: id })),
    },
    values: { colleagues: teamOf(file).map(({ personId }) => personId) },
  };
});
