declare module 'rdf-canonize' {
  export interface CanonizeOptions {
    algorithm: 'RDFC-1.0';
    inputFormat?: 'application/n-quads';
    rejectURDNA2015?: boolean;
    canonicalIdMap?: Map<string, string>;
    messageDigestAlgorithm?: 'sha256' | 'sha384';
    maxWorkFactor?: number;
    signal?: AbortSignal;
  }
  export function canonize(input: string | readonly object[], options: CanonizeOptions): Promise<string>;
}
