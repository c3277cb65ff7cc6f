const STEP_MS = 200;

/**
 * Rings after so much time in which this program ran, unless it is stopped. A program that stood still (a laptop that
 * slept, a machine with too much to do) first reads what was answered meanwhile: a plain timer would ring before that,
 * and a card that stands in Teams would be posted once more.
 */
export function ringAfter(ms: number, ring: () => void): () => void {
  let steps = Math.ceil(ms / STEP_MS);
  const stop = () => clearInterval(timer);
  const timer = setInterval(() => {
    steps -= 1;
    if (steps > 0) return;
    stop();
    ring();
  }, STEP_MS);
  return stop;
}
