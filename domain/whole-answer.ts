/**
 * The text of an answer from outside. Node no longer breaks off a body by the request's signal once garbage has been
 * collected after its headers came: so the time ends here, and so does an answer that never would.
 */

/** In bytes: many times what Teams or Graph answers. */
const MOST = 4 * 1024 * 1024;

class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

/** Throws what `tooLate` throws, AnswerTooLarge, or what broke the connection; it is closed then. */
export async function wholeText({ body }: Response, tooLate: Promise<never>, most = MOST): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), tooLate]);
      if (done) return text + decoder.decode();
      size += value.length;
      if (size > most) throw new AnswerTooLarge();
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
