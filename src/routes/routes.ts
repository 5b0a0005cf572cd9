/** A document that tells of things, and where it is. */
export interface Answer {
  /** What it can be asked for as, the first its own. */
  readonly mediaTypes: readonly string[];
  /**
   * Where it is. `{path}` stands for the path of the IRI after the base, `{rest}` for what of it comes below the path of
   * the route.
   */
  readonly address: string;
}

/** Which documents tell of the things whose IRIs have some path. */
export interface Route {
  /** Paths after the base, as an IRI spells them, without a slash at either end; an empty one is the base itself. */
  readonly paths: readonly string[];
  /** Whether the route is for all that lies below those paths too. */
  readonly below: boolean;
  /** By preference; the first is for who takes anything, or nothing of all this. */
  readonly answers: readonly Answer[];
}

/** Where the IRIs of a project lead: the one table that rules for every server are made from. The first route that fits counts. */
export interface Routes {
  /** What the IRIs start with; ends with a slash. */
  readonly base: string;
  readonly routes: readonly Route[];
}

/** A route that fits an IRI, with what stands for `{path}` and `{rest}` in its addresses. */
export interface Fit {
  readonly route: Route;
  readonly path: string;
  readonly rest: string;
}

/** The route for an IRI; undefined where there is none. Fragments never reach a server, and are left out of account. */
export function routeOf({ base, routes }: Routes, iri: string): Fit | undefined {
  const document = iri.replace(/#.*$/s, '');
  if (!document.startsWith(base)) return undefined;
  const path = document.slice(base.length);
  for (const route of routes)
    for (const own of route.paths) {
      if (path === own) return { route, path, rest: '' };
      if (route.below && path.startsWith(`${own}/`)) return { route, path, rest: path.slice(own.length + 1) };
    }
  return undefined;
}

/** The address of an answer for an IRI that its route fits. */
export const addressFor = ({ address }: Answer, { path, rest }: Pick<Fit, 'path' | 'rest'>): string =>
  address.replace(/\{(path|rest)\}/g, (_, name: 'path' | 'rest') => ({ path, rest })[name]);

/**
 * The answer that somebody prefers who sends an `Accept` header (RFC 9110, §12.5.1); the first where they take anything, or
 * nothing of what there is.
 */
export function negotiate(answers: readonly Answer[], accept = '*/*'): Answer {
  const ranges = rangesIn(accept);
  const weighed = answers.map((answer) => ({
    answer,
    weight: Math.max(...answer.mediaTypes.map((mediaType) => weightOf(mediaType, ranges))),
  }));
  const best = Math.max(...weighed.map(({ weight }) => weight));
  return best > 0 ? weighed.find(({ weight }) => weight === best)!.answer : answers[0]!;
}

interface Range {
  readonly type: string;
  readonly weight: number;
}

function rangesIn(accept: string): Range[] {
  return accept.split(',').flatMap((part) => {
    const [type = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return [];
    const weight = parameters.flatMap((each) => /^q=(\d(?:\.\d{0,3})?)$/.exec(each)?.[1] ?? [])[0];
    return [{ type, weight: weight === undefined ? 1 : Math.min(1, Number(weight)) }];
  });
}

/** The weight of the most specific range that a media type is in. */
function weightOf(mediaType: string, ranges: readonly Range[]): number {
  for (const type of [mediaType, mediaType.replace(/\/.*$/, '/*'), '*/*']) {
    const found = ranges.filter((range) => range.type === type);
    if (found.length > 0) return Math.max(...found.map(({ weight }) => weight));
  }
  return 0;
}
