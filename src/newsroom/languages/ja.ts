import 'dayjs/locale/ja.js';
import type { Language } from './language.ts';

export const japanese: Language = {
  tag: 'ja',
  typography: { quotes: ['「」', '『』'], marksOnly: true },
  dates: {
    locale: 'ja',
    date: 'YYYY年M月D日',
    day: 'YYYY年M月D日 dddd',
    dayAndMonth: 'M月D日',
    month: 'YYYY年M月',
    year: 'YYYY年',
    hour: ' HH:mm',
  },
  comma: ' ',
  unspaced: true,
  pace: { letters: 500 },
  script: {
    serif: ['Hiragino Mincho ProN', 'Yu Mincho', 'Noto Serif CJK JP'],
    sans: ['Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP'],
    leading: 1.8,
    headline: { leading: 1.32, letter: 1 },
    emphasis: 'dots',
    squares: true,
  },
  words: ({ number, digits, quoted }) => ({
    language: 'ja',
    skipToText: '本文へ移動',
    frontPage: '一面',
    kinds: { news: undefined, briefs: '短信', analysis: '解説', opinion: '論説', feature: '特集', obituary: '訃報' },
    credits: {
      writer: (names) => `文・${names}`,
      editor: (names) => `編集・${names}`,
      photographer: (names) => `写真・${names}`,
      illustrator: (names) => `イラスト・${names}`,
      cartographer: (names) => `地図・${names}`,
      translator: (names) => `翻訳・${names}`,
    },
    withAgencies: (names) => `取材協力・${names}`,
    published: '公開',
    updated: '更新',
    at: (time) => time,
    oldNotice: (years) => `この記事は公開から${number(years)}年以上が経過しています。`,
    corrections: '訂正',
    correctionKinds: { correction: '訂正', clarification: '補足', update: '更新' },
    provenance: ({ publication, date, headline, section, page }) =>
      `この記事は、${publication}の${date}付紙面${section || page ? `（${[section, page && `${digits(page)}面`].filter(Boolean).join('、')}）` : ''}に` +
      `${headline ? `${quoted(headline)}の見出しで` : ''}掲載されたものに基づいています。`,
    video: '動画',
    watchAt: (host) => `${host}で見る・読む`,
    related: '関連記事',
    footnotes: '注',
    backToText: (note) => `注${digits(note)}から本文へ戻る`,
    table: '表',
    picture: '画像',
    pictures: '画像集',
    quotation: '引用',
    box: '囲み記事',
    withdrawn: 'この記事は取り下げられました',
    withdrawnOn: (date) => `${date}に取り下げ`,
    topics: 'トピック',
    stayInTouch: 'お知らせ',
    groups: { paper: 'この新聞', read: '読む', follow: 'フォロー', policies: '方針' },
    imprint: '発行元',
    publishedBy: (publisher) => `発行：${publisher}`,
    textLicence: (licence) => `本文のライセンス：${licence}`,
    noStories: 'まだ記事がありません。',
    notFound: 'このアドレスにページはありません',
    notFoundText: 'アドレスに誤りがあるかもしれません。すべての記事は検索で探せます。最新の記事は一面にあります。',
    lists: {
      navigation: '紙面案内',
      sections: 'ジャンル',
      archive: 'アーカイブ',
      contributors: '執筆者',
      editions: '紙面一覧',
      search: '検索',
      storyCount: (count) => `${number(count)}本の記事`,
      newer: '新しい記事へ',
      older: '過去の記事へ',
      newest: '最新の記事',
      pageNumber: (page) => `${number(page)}ページ`,
      storiesBy: (name) => `${name}の記事`,
      printEdition: (date) => `${date}付紙面`,
      printPage: (page) => `${digits(page)}面`,
      printHeadline: (headline) => `紙面での見出し：${quoted(headline)}`,
      nothingListed: 'まだ何もありません。',
      noCorrections: 'これまでに訂正はありません。',
      links: 'リンク',
      pages: 'ページ',
      trail: '現在の位置',
    },
    feeds: {
      label: 'フィード',
      about: 'これはフィードです。アドレスをフィードリーダーに登録すると、新しい記事が公開順に全文で届きます。',
    },
    front: {
      briefs: '短信',
      analysis: '解説・論説',
      earlier: '前日までの記事',
      allOf: (section) => `${section}の記事一覧`,
    },
    article: {
      readingTime: (minutes) => `読了時間：約${number(minutes)}分`,
      contents: '目次',
      previousIn: (section) => `${section}の前の記事`,
      nextIn: (section) => `${section}の次の記事`,
      moreOnTopic: 'このトピックの記事',
    },
    sharing: {
      share: '共有',
      copyLink: 'リンクをコピー',
      email: 'メール',
      copyPassage: 'この段落へのリンクをコピー',
      copyQuote: '引用をリンク付きでコピー',
      linkCopied: 'リンクをコピーしました。',
      quoteCopied: '引用をリンク付きでコピーしました。',
      citationCopied: '出典をコピーしました。',
      notCopied: 'ブラウザーがコピーできませんでした：',
      moved: 'リンク先の段落は変更または削除されました。これは最も近い段落です。',
      cite: 'この記事を引用する',
      copy: 'コピー',
      qrCode: '短縮リンクのQRコード',
    },
    onPaper: {
      folio: (page, pages) => `${page} / ${pages}ページ`,
      qr: (address) => `${address} のQRコード`,
      version: (version) => `第${number(version)}版`,
      print: '印刷',
      pictures: '写真も印刷する',
      larger: '文字を大きくする',
    },
    newspaper: {
      toPrint: '新聞の体裁で印刷',
      continuedOn: (page) => `${digits(page)}面に続く`,
      continuedFrom: (page) => `${digits(page)}面から続く`,
      inside: '紙面の案内',
      files: 'ファイルで持ち出す',
      accessible: '本文はすべて読む順に並び、見出し、目次、写真の説明があります。',
    },
    searching: {
      label: '記事を検索',
      description: (name) => `${name}のすべての記事を、語句、ジャンル、トピック、執筆者、年から検索できます。`,
      button: '検索',
      resultCount: (count) => `${number(count)}件の記事が見つかりました`,
      nothing: (query) => `${quoted(query)}を含む記事はありません。`,
      near: '近い言葉：',
      busy: '検索しています…',
      failed: '検索を読み込めませんでした。アーカイブではすべての記事を年別にご覧いただけます。',
      more: 'さらに表示',
      filters: '絞り込み',
      section: 'ジャンル',
      topic: 'トピック',
      contributor: '執筆者',
      year: '年',
      all: 'すべて',
      order: '並び順',
      byRelevance: '関連度順',
      byNewest: '新しい順',
      byOldest: '古い順',
      withoutScript:
        '検索はブラウザーで動作し、JavaScriptが必要です。JavaScriptなしでも、アーカイブですべての記事を年別にご覧いただけます。',
    },
    comfort: {
      tools: '閲覧ツール',
      settings: '表示設定',
      close: '閉じる',
      theme: '配色',
      themes: { auto: '端末に合わせる', paper: '紙', dark: 'ダーク', sepia: 'セピア' },
      textSize: '文字サイズ',
      spacing: '行間',
      letterSpacing: '字間',
      lineLength: '行の長さ',
      typeface: '書体',
      typefaces: { serif: '明朝体', sans: 'ゴシック体' },
      singleKeys: '1キーのショートカット',
      reset: '初期設定に戻す',
      save: 'あとで読む',
      saved: '保存済み',
      savedStories: '保存した記事',
      nothingSaved: 'この端末に保存した記事はまだありません。',
      needsScript: '記事の保存にはJavaScriptが必要ですが、無効になっています。',
      readableOffline: 'オフラインで読めます',
      remove: '削除',
      offline: 'オフラインです。この端末に保存された記事を表示しています。',
      notKept: 'オフラインです。このページはこの端末に保存されていません。',
      resume: '続きから読む',
      listen: '音声で聞く',
      pause: '一時停止',
      goOn: '再開',
      stop: '停止',
      help: 'キーボードショートカット',
      keys: {
        search: '検索',
        next: '次の記事',
        previous: '前の記事',
        front: '一面',
        save: 'あとで読む',
        settings: '表示設定',
        top: '見出しへ戻る',
        help: 'この一覧',
      },
      enlarge: '画像を拡大',
      nextPicture: '次の画像',
      previousPicture: '前の画像',
      pictureOf: (picture, count) => `全${count}枚中${picture}枚目`,
      play: '動画を再生',
    },
  }),
  firstEdition: (name) => ({
    section: { name: 'ニュース', description: '何が起き、何を意味するのか。' },
    desk: '編集部',
    about: {
      title: 'この新聞について',
      description: `${name}とは何か、誰が作っているのか。`,
      text: `${name}は新聞です。記事は[編集部](/contributors/newsdesk/)が書いています。

誤りは公に訂正します。訂正は記事の下と[訂正のページ](/corrections/)に載せます。`,
    },
    contact: {
      title: 'お問い合わせ',
      description: `${name}への連絡方法。`,
      text: 'お便り、ご質問、訂正のご指摘をお待ちしています。',
    },
    story: {
      headline: `${name}創刊`,
      standfirst: 'この最初の記事は、記事に何を載せられるかを示しています。',
      picture: {
        alt: '一面の図。見出し、二段の本文、写真。',
        caption: '一面はこのように始まる。',
        credit: `図：${name}`,
      },
      text: `記事は一つのフォルダーで、中に本文があります。その場所がいつまでも記事のアドレスになります。この記事は書き換えても、フォルダーごと削除してもかまいません。

言葉は*強調*でき、[ほかのページ](/about/)につなげられます。記事に載せられるものはほかにもあります。

## 引用、囲み、表

:::pull-quote
二度読む価値のある言葉は、本文から取り出して見せられます。
:::

事実は囲みにまとめます。

:::fact-box[最初のコマンド]
- \`npm run dev\`：新聞と変更を表示する
- \`npm run desk new\`：記事を作る
- \`npm run check\`：直すべき点を知らせる
- \`npm run desk publish\`：公開する
:::

| ページ | 内容 |
| --- | --- |
| [一面](/) | 最新の記事 |
| [アーカイブ](/archive/) | すべての記事 |`,
    },
  }),
};
