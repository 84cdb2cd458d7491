import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import type { Code, Construct, Effects, Extension, Token } from 'micromark-util-types';
import type { Processor } from 'unified';

/**
 * Emphasis and struck words beside punctuation, in scripts other than Latin, Greek and Cyrillic: CommonMark takes the marks of
 * これは**「重要」**です for none. Words are struck by two tildes alone, since one stands in ranges.
 */
export function remarkAttention(this: Processor) {
  const extensions = (this.data().micromarkExtensions ??= []);
  extensions.push(
    loosened(cjkFriendlyExtension(), '*'),
    loosened(gfmStrikethroughCjkFriendly({ singleTilde: false }), '~'),
  );
}

/** The extension with a mark that opens and closes beside letters of further scripts, as it does beside Chinese ones. */
function loosened(extension: Extension, mark: string): Extension {
  const place = mark.charCodeAt(0);
  const construct = extension.text?.[place] as Construct;
  const tokenize: Construct['tokenize'] = function (effects, ok, nok) {
    const before = this.previous;
    let marks: Token | undefined;
    const exit: Effects['exit'] = (type) => (marks = effects.exit(type));
    const end = (after: Code) => {
      if (marks && isOf(joined, before) && isOf(punctuation, after)) marks._open = true;
      if (marks && isOf(punctuation, before) && isOf(joined, after)) marks._close = true;
      return ok(after);
    };
    return construct.tokenize.call(this, { ...effects, exit }, end, nok);
  };
  return { ...extension, text: { ...extension.text, [place]: { ...construct, tokenize } } };
}

// Many of these scripts have no spaces, or join words to what is quoted. The others are read as CommonMark has it.
const joined = /(?=[\p{L}\p{M}])(?![\u0300-\u036F\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}])[^]/u;
const punctuation = /[\p{P}\p{S}]/u;

function isOf(kind: RegExp, code: Code): boolean {
  return code !== null && code > 0 && kind.test(String.fromCharCode(code));
}
