declare module 'rdf-canonize' {
  export interface CanonizeOptions {
    algorithm: 'RDFC-1.0';
    rejectURDNA2015?: boolean;
    canonicalIdMap?: Map<string, string>;
    messageDigestAlgorithm?: 'sha256' | 'sha384';
    maxWorkFactor?: number;
    signal?: AbortSignal;
  }
  export function canonize(input: readonly object[], options: CanonizeOptions): Promise<string>;
  export const NQuads: { serializeQuad(quad: object): string };
}

declare module 'hyphen/nl/index.js' {
  const patterns: { hyphenateSync(text: string, options: { hyphenChar: string }): string };
  export default patterns;
}

declare module 'hyphen/en-gb/index.js' {
  const patterns: { hyphenateSync(text: string, options: { hyphenChar: string }): string };
  export default patterns;
}
