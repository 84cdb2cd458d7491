import type { PictureFile } from '../newsroom/article.ts';
import type { Problem } from '../newsroom/problem.ts';

/** What is told of a picture wherever an article names it. */
export type Told = Omit<Problem, 'file' | 'line'>;

/** A picture file, with a stamp that changes when the file may have, and what is to be looked at. */
export type StampedPicture = PictureFile & { stamp: string; warning?: Told };

/** A picture file, or what is wrong with it. */
export type PictureReading = { picture: StampedPicture } | { problem: Told };
