/** The switches that the local Graph obeys; another part of the sandbox owns and changes them. */
export type GraphFaults = {
  /** `403`, `429` and `503` answer so; `hang` does not answer for a minute; `off` cuts the connection. */
  graph?: '403' | '429' | '503' | 'hang' | 'off' | null | undefined;
  /** Seconds in the Retry-After header of a 429 (default 10) and, when set, of a 503. */
  retryAfter?: number | undefined;
  loseNotifications?: boolean | undefined;
  /** Milliseconds before each answer. */
  slowMs?: number | undefined;
  /** Does the work, then answers 503: the caller cannot know that it was done. */
  failAfterDoing?: boolean | undefined;
  /** How attendees stand in the organizer's copy: as paths of the directory, or `Name <mail>`. */
  addresses?: 'x500' | 'named' | null | undefined;
  /** A room without an address stands among the attendees. */
  roomWithoutAddress?: boolean | undefined;
  /** The busy times of `getSchedule`: only the row of digits, or items that do not say when. */
  schedule?: 'viewOnly' | 'noTimes' | null | undefined;
  /** The mailbox of this owner (an id) is no more: its person has left. */
  goneMailbox?: string | null | undefined;
  /** The calendar of this owner (an id) makes no online meetings: none is allowed there. */
  noOnlineMeetings?: string | null | undefined;
  /** Where one joins is not in the answer to the booking: it comes a moment later. */
  lateLink?: boolean | undefined;
  /** Fewer to a page of a list than were asked for. */
  pageSize?: number | null | undefined;
};
