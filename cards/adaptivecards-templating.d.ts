/**
 * The package's own typings reach into `adaptivecards/src` and do not compile under strict flags; this is the part we
 * use. Declared for the file itself: a `paths` mapping in tsconfig would be followed at run time too.
 */
declare module 'adaptivecards-templating/dist/adaptivecards-templating.js' {
  export class Template {
    constructor(payload: unknown);
    expand(context: { $root: unknown }): unknown;
  }
}
