/** How surely a mark closes a quotation. */
export const strength = {
  /** It may as well belong to its word: "voters'". */
  ofWord: 0,
  /** It may as well be a prime: "6'". */
  ofMeasure: 1,
  plain: 2,
  /** It follows a punctuation mark. */
  punctuated: 3,
} as const;

interface Candidate {
  at: number;
  strength: number;
}

/**
 * Straight marks of one kind, read in their order, and which of them belong together. Between two marks that open, as many close
 * as can and as surely do; a mark that may be an apostrophe opens only where one that surely closes has no other partner.
 */
export class Pairing {
  /** Where quotations close, by where they open. */
  readonly pairs = new Map<number, number>();
  readonly #text: string;
  readonly #open: number[] = [];
  #elided: number[] = [];
  #candidates: Candidate[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether a quotation is open here, as far as can be told before the rest is read. */
  get isOpen(): boolean {
    return this.#open.length > this.#candidates.filter(isSound).length;
  }

  opener(at: number): void {
    this.#settle();
    this.#open.push(at);
  }

  /** A mark that opens, or stands for the first letters or figures of a word. */
  elided(at: number): void {
    this.#elided.push(at);
  }

  closer(at: number, sureness: number): void {
    const last = this.#candidates.at(-1);
    // In `"I read "Catch-22""` no figure is measured.
    if (last?.at === at - 1 && this.#open.length > 1) last.strength = Math.max(last.strength, sureness);
    this.#candidates.push({ at, strength: sureness });
  }

  /** Where those that nothing closes open. */
  end(): readonly number[] {
    this.#settle();
    return this.#open;
  }

  #settle(): void {
    if (this.#candidates.length === 0) return;
    const closing = this.#closing();
    for (const candidate of this.#candidates) {
      const from = this.#open.at(-1);
      if (!closing.has(candidate) || from === undefined || this.#isDoubtful(from, candidate, strength.ofWord))
        this.#pairElided(candidate);
      else this.#pair(this.#open.pop() ?? from, candidate.at);
    }
    this.#candidates = [];
  }

  #closing(): Set<Candidate> {
    const sound = this.#candidates.filter(isSound).length;
    const surest = this.#candidates.toSorted((one, other) => other.strength - one.strength);
    return new Set(surest.slice(0, Math.min(this.#open.length, sound || 1)));
  }

  #pairElided(candidate: Candidate): void {
    const from = this.#elided.findLast((at) => at < candidate.at);
    if (from === undefined || from < (this.#open.at(-1) ?? -1)) return;
    const within = this.#text.slice(from + 1, candidate.at);
    const isOneWord = within.length === 1 || (!/\s/.test(within) && candidate.strength > strength.ofWord);
    const isSure = isSound(candidate) && this.#open.length === 0 && !this.#isDoubtful(from, candidate, strength.plain);
    if (isOneWord || isSure) this.#pair(from, candidate.at);
  }

  /** Whether a mark would close several sentences that is no surer than `limit`. */
  #isDoubtful(from: number, { at, strength: sureness }: Candidate, limit: number): boolean {
    return sureness <= limit && /[?!;…] |\p{Ll}{3,}\. /u.test(this.#text.slice(from, at));
  }

  /** What opened in between stays an apostrophe. */
  #pair(from: number, to: number): void {
    this.pairs.set(from, to);
    this.#elided = this.#elided.filter((at) => at < from || at > to);
  }
}

function isSound(candidate: Candidate): boolean {
  return candidate.strength >= strength.plain;
}
