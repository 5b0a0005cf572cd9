import { exit, Failure } from '../../failure.ts';
import { readJson, valueOf } from '../../graph/json.ts';
import { isAbsolute } from '../../graph/well-formed.ts';
import { type ApiVersion, faultIn } from './messages.ts';

/** What a service says of itself, as far as it is needed to ask it. */
export interface Manifest {
  /** The version that it is spoken to in. */
  readonly version: ApiVersion;
  readonly name: string;
  /** What an id starts with that is no IRI by itself. */
  readonly identifierSpace: string;
  readonly schemaSpace: string;
  /** The version of its software. */
  readonly serviceVersion?: string | undefined;
  /** Most questions in a batch; the specification tells of it, its schema does not. */
  readonly batchSize?: number | undefined;
  /** Whether it can be asked for values of properties (0.2 §6). */
  readonly extends: boolean;
}

/**
 * The manifest of a service (Reconciliation API 0.2 §2).
 * @param address where it was asked, for messages.
 * @throws Failure 4 where it speaks no version that we do, or lets in only who has a key; 5 where it is no manifest.
 */
export function readManifest(text: string, address: string): Manifest {
  const manifest = jsonOf(text, address);
  const version = chooseVersion(manifest, address);
  const fault = faultIn(version, 'manifest', manifest);
  if (fault) throw broken(address, `a manifest that does not keep to version ${version}: ${fault}`);
  const { authentication, batchSize, extend, ...known } = manifest as Manifest & {
    authentication?: unknown;
    extend?: unknown;
  };
  if (authentication !== undefined)
    throw new Failure(exit.unsupported, `${address} lets in only who has a key, and no keys are kept here`, {
      hint: 'Ask a service that is open to everybody, or use a file of the authority with --authority.',
    });
  const { name, identifierSpace, schemaSpace, serviceVersion } = known;
  const isSize = Number.isSafeInteger(batchSize) && batchSize! > 0;
  return {
    version,
    name,
    identifierSpace,
    schemaSpace,
    serviceVersion,
    batchSize: isSize ? batchSize : undefined,
    extends: extend !== undefined,
  };
}

/**
 * The version to speak to a service in: the latest that both know. A manifest that names none is one of 0.1, since 0.2
 * was the first to have them named.
 * @throws Failure 4 where there is none.
 */
export function chooseVersion(manifest: unknown, address: string): ApiVersion {
  const { versions } = (manifest ?? {}) as { versions?: unknown };
  if (versions === undefined) return '0.1';
  const named = Array.isArray(versions) ? (versions as unknown[]).map(String) : [];
  for (const known of ['0.2', '0.1'] as const) if (named.includes(known)) return known;
  const draft = named.some((each) => each.startsWith('1.0'));
  throw new Failure(
    exit.unsupported,
    `${address} speaks version ${named.join(', ') || 'nothing'} of the Reconciliation API${draft ? ', which is not final' : ''}`,
    {
      hint: 'Versions 0.1 and 0.2 are spoken here. Many services have an address for those beside the new one.',
    },
  );
}

/**
 * The IRI of what a service calls by an id: the id itself where it is one, else the template with the id in it, else the
 * identifier space before it. Some services give whole IRIs although they name a space too.
 * @returns undefined where that makes no IRI.
 */
export function iriOf(
  id: string,
  { identifierSpace }: Pick<Manifest, 'identifierSpace'>,
  template?: string,
): string | undefined {
  const made =
    isAbsolute(id) && /^https?:\/\//.test(id)
      ? id
      : template
        ? template.replaceAll('{id}', id)
        : identifierSpace + id;
  return id !== '' &&
    /^https?:\/\/[^\s<>"{}|\\^`\u0000-\u0020]+$/.test(made) &&
    made.isWellFormed() &&
    URL.canParse(made)
    ? made
    : undefined;
}

/**
 * The value of JSON that came over the network.
 * @throws Failure 5 where it is none.
 */
export function jsonOf(text: string, address: string): unknown {
  try {
    return valueOf(readJson(text, address));
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    const callback = /^\s*(?:\/\*\*\/)?\s*[\w$.]+\s*\(/.test(text);
    const what = callback
      ? 'a script (JSONP), not JSON'
      : `what is not JSON from beginning to end: ${cause.message}`;
    throw broken(address, what, cause);
  }
}

/** A service that sent what cannot be used. */
export const broken = (address: string, what: string, cause?: unknown): Failure =>
  new Failure(exit.remote, `${address} sent ${what}`, {
    hint: 'Is this the address of a reconciliation service, not of a page about it?',
    cause,
  });
