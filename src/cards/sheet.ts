import type { Block } from './lettering.ts';

export type Colour = readonly [red: number, green: number, blue: number];

export interface Size {
  width: number;
  height: number;
}

// The paper's light theme, as in styles/tokens.css.
export const paper: Colour = [0xfd, 0xfc, 0xf9];
export const ink: Colour = [0x1b, 0x19, 0x17];
export const rule: Colour = [0xd3, 0xcd, 0xc2];
export const colours = { ink: '#1b1917', soft: '#57524b', accent: '#8c1c1c' };

/** The paper that a card or a cover is set on, in pixels of three bytes. What is laid on it lies within its edges. */
export class Sheet {
  readonly size: Size;
  readonly data: Buffer;

  constructor(size: Size) {
    this.size = size;
    this.data = Buffer.alloc(size.width * size.height * 3, Buffer.from(paper));
  }

  /** A picture of three bytes a pixel. */
  picture(data: Buffer, size: Size, left: number, top: number): void {
    for (let y = 0; y < size.height; y += 1)
      data.copy(this.data, ((top + y) * this.size.width + left) * 3, y * size.width * 3, (y + 1) * size.width * 3);
  }

  rule(colour: Colour, size: Size, left: number, top: number): void {
    this.picture(Buffer.alloc(size.width * size.height * 3, Buffer.from(colour)), size, left, top);
  }

  letters({ data, ...size }: Block, left: number, top: number): void {
    for (let y = 0; y < size.height; y += 1) {
      for (let x = 0; x < size.width; x += 1) {
        const from = (y * size.width + x) * 4;
        const cover = (data[from + 3] ?? 0) / 255;
        if (cover === 0) continue;
        const to = ((top + y) * this.size.width + left + x) * 3;
        for (let band = 0; band < 3; band += 1) {
          const under = this.data[to + band] ?? 0;
          this.data[to + band] = Math.round(under + ((data[from + band] ?? 0) - under) * cover);
        }
      }
    }
  }
}
