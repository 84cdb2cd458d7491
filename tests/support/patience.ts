/** Milliseconds until something is taken to hang. It tells nothing of speed: a slow or busy machine takes several times as long. */
export const patience = 600_000;
