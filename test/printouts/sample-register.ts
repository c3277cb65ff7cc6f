/** Made up, with names as long as they get in real use. */
import type { Principal, UnitKind } from '../../domain/codes.ts';
import type { Person, Register, Unit } from '../../domain/rows/register.ts';
import { SettingsSchema } from '../../prisma/settings.ts';
import { NO_MORE } from '../support/register-rows.ts';

const unit = (id: string, name: string, kind: UnitKind, principal: Principal, phone: string): Unit => ({
  id,
  name,
  kind,
  principal,
  convenes: kind === 'STUDENT_HEALTH',
  functionalMail: null,
  phone,
  mailDomains: [],
  ...NO_MORE.unit,
});

const person = (id: string, role: string, unitId: string, phone: string | null): Person => ({
  id,
  tenantId: 'tenant-1',
  name: 'Kim Alm',
  mail: `${id}@kommun.example`,
  role,
  unitId,
  mayCall: true,
  active: true,
  ...NO_MORE.person,
  phone,
});

const checked = (number: string) => ({ number, checkedOn: '2026-01-12' });

export const SAMPLE_REGISTER: Register = {
  units: [
    unit('elevhalsan', 'Elevhälsan, Dalboskolan', 'STUDENT_HEALTH', 'MUNICIPALITY', '031-390 06 11'),
    unit('ifo', 'Individ- och familjeomsorgen, Vänersborg', 'SOCIAL_SERVICES', 'MUNICIPALITY', '031-390 06 13'),
    unit('bup', 'BUP Dalsland', 'BUP', 'REGION', '031-390 06 14'),
    unit('habiliteringen', 'Barn- och ungdomshabiliteringen, Vänersborg', 'HABILITATION', 'REGION', '031-390 06 15'),
    unit('vardcentralen', 'Vårdcentralen Lindängen', 'PRIMARY_CARE', 'REGION', '031-390 06 16'),
    unit('ungdomsmottagningen', 'Ungdomsmottagningen Vänersborg', 'YOUTH_CLINIC', 'REGION', '031-390 06 17'),
    unit('tandvarden', 'Folktandvården Vänersborg', 'DENTAL_CARE', 'REGION', '031-390 06 18'),
  ],
  people: [
    person('kurator', 'skolkurator', 'elevhalsan', '070-174 06 05'),
    person('socialsekreterare', 'socialsekreterare', 'ifo', null),
    person('psykolog', 'psykolog', 'bup', null),
  ],
  places: [{ id: 'dalbo', name: 'Stadshuset, rum Dalbo', mail: null, active: true }],
  channels: [],
  settings: SettingsSchema.parse({
    municipality: 'Vänersborgs kommun (påhittad)',
    acuteNumbers: {
      NIGHT_DUTY: checked('031-390 06 01'),
      BUP: checked('031-390 06 02'),
      BRIS: checked('08-465 004 21'),
      ADULT_PSYCHIATRY: checked('031-390 06 07'),
    },
    patientBoardPhone: '031-390 06 03',
    agreement: { holdsUntil: '2027-12-31', confirmedBy: 'utvecklingschefen', confirmedOn: '2026-01-12' },
    links: {
      HANDBOOK: 'https://handbok.kommun.example',
      ROUTINE: 'https://rutin.kommun.example',
      FORMS: 'https://blanketter.kommun.example',
      DEVIATIONS: 'https://avvikelser.region.example',
    },
    personalData: {
      responsible: 'Barn- och utbildningsnämnden (påhittad)',
      contact: 'namnden@kommun.example, 031-390 06 12',
      officer: 'dataskyddsombud@kommun.example',
      outsideEu: 'Uppgifterna lämnas inte utanför EU.',
    },
  }),
};
