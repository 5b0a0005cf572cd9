/** The forms of a difference. */
export const diffFormats = ['text', 'markdown', 'json'] as const;

export type DiffFormat = (typeof diffFormats)[number];

/** The form of a file by the ending of its name. */
export const diffEndings: Readonly<Record<string, DiffFormat>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.json': 'json',
};
