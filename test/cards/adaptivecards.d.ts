/** The renderer's own typings need a browser's; its parser, which is the part the tests use, does not. */
declare module 'adaptivecards/dist/adaptivecards.js' {
  const renderer: {
    AdaptiveCard: new () => { parse(card: unknown, context: unknown): void };
    SerializationContext: new () => { eventCount: number; getEventAt(index: number): { message: string } };
  };
  export = renderer;
}
