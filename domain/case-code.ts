/** Case codes: random, unique, without look-alikes (no 0/O, 1/I/L, 5/S, 2/Z, 8/B, U/V), never derived from a person. */
const ALPHABET = 'ACDEFGHJKMNPQRTWXY34679';

/** `random(n)` answers with a whole number from 0 to n − 1, unguessable. Shape: `K7M-3XQ`, 23⁶ ≈ 148 million. */
export function makeCaseCode(random: (below: number) => number): string {
  const letter = () => ALPHABET[random(ALPHABET.length)] ?? 'A';
  const three = () => letter() + letter() + letter();
  return `${three()}-${three()}`;
}
