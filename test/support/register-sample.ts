/** A small register file with made-up people, and what is read from one that is like it. */
import { type ParsedRegister, parseRegister } from '../../prisma/register-file.ts';

export const TENANT = '11111111-1111-4111-8111-111111111111';
export const anna = {
  id: 'aaaaaaaa-0000-4000-8000-000000000001',
  name: 'Anna Lind',
  mail: 'anna.lind@skola.example',
  role: 'kurator',
  unitId: 'skolan',
  mayCall: true,
};
export const jonas = {
  id: 'aaaaaaaa-0000-4000-8000-000000000002',
  name: 'Jonas Alm',
  mail: 'jonas.alm@skola.example',
  role: 'rektor',
  unitId: 'skolan',
};
export const skolan = {
  id: 'skolan',
  name: 'Skolan',
  kind: 'SCHOOL',
  principal: 'MUNICIPALITY',
  functionalMail: 'skolan@skola.example',
  mailDomains: ['skola.example'],
};
export const channel = { unitId: 'skolan', conversationId: '19:abc123@thread.tacv2' };
export const file = {
  tenantId: TENANT,
  units: [skolan],
  people: [anna, jonas],
  places: [{ id: 'rum-1', name: 'Rum 1' }],
  channels: [channel],
  settings: { meetingWord: 'SIP-möte' },
};

export function parsed(value: unknown): ParsedRegister {
  const result = parseRegister(JSON.stringify(value));
  if ('faults' in result) throw new Error(result.faults.join('\n'));
  return result.register;
}
