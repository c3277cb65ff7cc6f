/** Whether somebody was at a meeting: in the room, from afar, or through somebody in their place. */
import type { Attendance } from './codes.ts';

const CAME: readonly (Attendance | null | undefined)[] = ['IN_ROOM', 'REMOTE', 'STAND_IN'];
export const hasCome = (attendance: Attendance | null | undefined): boolean => CAME.includes(attendance);
