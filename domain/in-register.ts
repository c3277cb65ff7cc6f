/** The unit, person or place that an id names; one that is null names nothing. */
import type { ChannelRow, Person, Place, Register, Unit } from './rows/register.ts';

type Id = string | null | undefined;

export const unitOf = ({ units }: Register, id: Id): Unit | undefined => units.find((unit) => unit.id === id);

export const personOf = ({ people }: Register, id: Id): Person | undefined => people.find((person) => person.id === id);

export const placeOf = ({ places }: Register, id: Id): Place | undefined => places.find((place) => place.id === id);

/** Where the measures of the unit's plans stand. */
export const channelOfUnit = ({ channels }: Pick<Register, 'channels'>, unitId: string): ChannelRow | undefined =>
  channels.find((one) => one.unitId === unitId);
