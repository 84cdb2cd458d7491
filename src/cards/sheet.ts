import { cardSize } from '../newsroom/card.ts';
import type { Block } from './lettering.ts';

const { width } = cardSize;

export type Colour = readonly [red: number, green: number, blue: number];

/** The paper that a card is set on, in pixels of three bytes. What is laid on it lies within its edges. */
export class Sheet {
  readonly data: Buffer;

  constructor(paper: Colour) {
    this.data = Buffer.alloc(width * cardSize.height * 3, Buffer.from(paper));
  }

  /** A picture of three bytes a pixel. */
  picture(data: Buffer, size: { width: number; height: number }, left: number, top: number): void {
    for (let y = 0; y < size.height; y += 1)
      data.copy(this.data, ((top + y) * width + left) * 3, y * size.width * 3, (y + 1) * size.width * 3);
  }

  rule(colour: Colour, size: { width: number; height: number }, left: number, top: number): void {
    this.picture(Buffer.alloc(size.width * size.height * 3, Buffer.from(colour)), size, left, top);
  }

  letters({ data, ...size }: Block, left: number, top: number): void {
    for (let y = 0; y < size.height; y += 1) {
      for (let x = 0; x < size.width; x += 1) {
        const from = (y * size.width + x) * 4;
        const cover = (data[from + 3] ?? 0) / 255;
        if (cover === 0) continue;
        const to = ((top + y) * width + left + x) * 3;
        for (let band = 0; band < 3; band += 1) {
          const under = this.data[to + band] ?? 0;
          this.data[to + band] = Math.round(under + ((data[from + band] ?? 0) - under) * cover);
        }
      }
    }
  }
}
