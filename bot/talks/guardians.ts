/** Each guardian has pages of their own, kept apart: one's answers never stand on the other's. */
export type Guardian = 'GUARDIAN_1' | 'GUARDIAN_2';

export const verbOf = (guardian: Guardian): 'guardian1' | 'guardian2' => (guardian === 'GUARDIAN_1' ? 'guardian1' : 'guardian2');
