/** What a story can be. */
export const kinds = ['news', 'analysis', 'opinion', 'briefs', 'feature', 'obituary'] as const;
export type Kind = (typeof kinds)[number];

/** What somebody can have done for a story. */
export const roles = ['writer', 'editor', 'photographer', 'illustrator', 'cartographer', 'translator'] as const;
export type Role = (typeof roles)[number];

/** What the note of a change can be. */
export const correctionKinds = ['correction', 'clarification', 'update'] as const;
export type CorrectionKind = (typeof correctionKinds)[number];
