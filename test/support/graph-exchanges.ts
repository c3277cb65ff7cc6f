import type {
  ChangeNotification,
  DateTimeTimeZone,
  Event,
  ScheduleInformation,
  Subscription,
} from '@microsoft/microsoft-graph-types';

/**
 * What the program and Graph say to each other, in the types that Microsoft makes from the same metadata as its OpenAPI
 * description. Bodies of actions and refusals have no type there: those are as their pages say.
 */
export type GraphExchanges = {
  event: Event;
  events: { value: Event[]; '@odata.nextLink'?: string };
  comment: { comment?: string };
  getSchedule: {
    schedules: string[];
    startTime: DateTimeTimeZone;
    endTime: DateTimeTimeZone;
    availabilityViewInterval?: number;
  };
  schedules: { value: ScheduleInformation[] };
  subscription: Subscription;
  /** Of what has changed the type says nothing; the page of the resource says its id. */
  notifications: { value: (Omit<ChangeNotification, 'resourceData'> & { resourceData: { id: string } })[] };
  refusal: {
    error: {
      code: string;
      message: string;
      innerError?: { date?: string; 'request-id'?: string; 'client-request-id'?: string };
    };
  };
};
