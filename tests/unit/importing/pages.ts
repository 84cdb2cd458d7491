/** A page of the web with what is true of its story. */
export interface Page {
  make: string;
  html: string | Buffer;
  headline: string;
  /** As the article has it; absent where the page does not tell it. */
  published?: string;
  byline?: string;
  /** All of its text, in the order of reading. */
  text: readonly string[];
  /** Words of the page that are none of the story. */
  around?: readonly string[];
  /** Further lines of the article. */
  has?: readonly string[];
  /** Kinds of what the report tells. */
  told?: readonly string[];
}

const english = [
  'The council of Asha voted on Monday to close the fish market after 140 years, ending a dispute that had divided the town since the flood of last spring.',
  '“We were never asked,” said Mr Otto Pierhead, who has sold eels there since he was a boy, “and nobody has told us where we are to go when the gates are shut.”',
  'The market stands on piles that were driven in 1878, and an engineer’s report found in March that eleven of the forty no longer carry any weight at all.',
  'Repairs would cost 2.4 million marks, which is more than the town spends on its three schools in a year. The vote was nine to six.',
];
const german = [
  'Der Stadtrat von Ascha hat am Montag beschlossen, den Fischmarkt nach 140 Jahren zu schließen, und damit einen Streit beendet, der die Stadt seit dem Hochwasser des Frühjahrs geteilt hatte.',
  '„Uns hat niemand gefragt“, sagte der Aalhändler Otto Pfahl, der dort verkauft, seit er ein Junge war, „und keiner weiß, wohin wir gehen sollen.“',
  'Die Sanierung hätte 2,4 Millionen Mark gekostet, mehr, als die Stadt in einem Jahr für ihre drei Schulen ausgibt.',
];
const arabic = [
  'صوّت مجلس مدينة عاشا يوم الإثنين على إغلاق سوق السمك بعد مئة وأربعين عاما، منهيا بذلك خلافا قسم المدينة منذ فيضان الربيع الماضي.',
  'وقال بائع الأسماك عثمان رصيف، الذي يعمل هناك منذ كان صبيا: لم يسألنا أحد، ولا يعرف أحد إلى أين سنذهب بعد إغلاق الأبواب.',
  'وكانت أعمال الترميم ستكلف مليونين وأربعمئة ألف، وهو مبلغ يزيد على ما تنفقه المدينة في عام كامل على مدارسها الثلاث.',
];
const japanese = [
  '市議会は月曜日、百四十年の歴史を持つ魚市場を閉鎖することを決めた。昨年春の洪水から続いていた町を二分する論争に、これで区切りがついた。',
  '「私たちには何の相談もなかった」と、子どものころから市場でうなぎを売ってきた桟橋太郎さんは話した。門が閉まったあと、どこへ行けばよいのか誰にも分からないという。',
  '修理には二億四千万円がかかり、町が三つの学校に一年で使う額を上回る。採決は賛成九、反対六だった。',
];
const chinese = [
  '阿沙市议会周一投票决定关闭有一百四十年历史的鱼市场，结束了自去年春天洪水以来一直使全城分裂的争论。',
  '“从来没有人问过我们的意见，”从小就在那里卖鳗鱼的码头先生说，“大门关上以后，谁也不知道我们该到哪里去。”',
  '修缮需要二百四十万元，超过该市一年用于三所学校的开支。表决结果是九票赞成，六票反对。',
];
const hindi = [
  'आशा की नगर परिषद ने सोमवार को एक सौ चालीस साल पुराने मछली बाज़ार को बंद करने का फ़ैसला किया, और इसके साथ पिछले वसंत की बाढ़ से चला आ रहा विवाद ख़त्म हो गया।',
  'बचपन से वहाँ मछली बेचने वाले श्री घाट कुमार ने कहा कि हमसे किसी ने नहीं पूछा, और किसी को नहीं मालूम कि दरवाज़े बंद होने के बाद हम कहाँ जाएँगे।',
  'मरम्मत पर चौबीस लाख रुपये ख़र्च होते, जो नगर के तीन स्कूलों के एक साल के ख़र्च से ज़्यादा है।',
];

const boilerplate = ['Most read this week', 'Sign in to your account', 'Copyright of the Gazette'];

/** A page as papers have them: with a masthead above and an imprint below. */
function shell(
  head: string,
  body: string,
  { lang = 'en', around = boilerplate, charset = '<meta charset="utf-8">' } = {},
) {
  const [aside = '', nav = '', footer = ''] = around;
  return (
    `<!doctype html><html lang="${lang}"><head>${charset}${head}</head><body><nav><a href="/">${nav}</a></nav>${body}` +
    `<div class="sidebar"><a href="/1">${aside}</a></div><footer>${footer}</footer></body></html>`
  );
}

const paragraphs = (text: readonly string[]) => text.map((each) => `<p>${each}</p>`).join('\n');
const data = (facts: unknown) => `<script type="application/ld+json">${JSON.stringify(facts)}</script>`;
const article = (facts: object = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Market closes',
  author: { '@type': 'Person', name: 'Wren Quayside' },
  datePublished: '2019-03-05T08:00:00Z',
  ...facts,
});
const at = '2019-03-05T16:00:00+08:00';
const known = { headline: 'Market closes', published: at, byline: 'wren-quayside', around: boilerplate };

/** A text in an encoding that Node.js only reads. */
function encoded(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, number[]>();
  for (let first = 0xff; first >= 0x80; first -= 1) {
    bytes.set(decoder.decode(Uint8Array.of(first)), [first]);
    for (let second = 0xff; second >= 0x40; second -= 1)
      bytes.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  }
  return Buffer.from(
    [...text].flatMap((letter) => (letter < '\u0080' ? [letter.charCodeAt(0)] : (bytes.get(letter) ?? [0x3f]))),
  );
}

export const pages: Page[] = [
  {
    ...known,
    make: 'an array of JSON-LD, of which the first piece is broken',
    html: shell(
      `<script type="application/ld+json">{"@type":"WebSite",}</script>${data([{ '@type': 'Organization', name: 'The Gazette' }, article()])}`,
      `<article><h1>Market closes</h1>${paragraphs(english)}</article>`,
    ),
    text: english,
  },
  {
    ...known,
    make: 'microdata in which names are nested',
    html: shell(
      '',
      '<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Market closes</h1>' +
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Wren Quayside</span></span>' +
        `<meta itemprop="datePublished" content="2019-03-05T08:00:00Z"><div itemprop="articleBody">${paragraphs(english)}</div></article>`,
    ),
    text: english,
  },
  {
    make: 'Open Graph alone, in Hindi',
    headline: 'मछली बाज़ार बंद होगा',
    published: at,
    html: shell(
      '<meta property="og:title" content="मछली बाज़ार बंद होगा"><meta property="article:published_time" content="2019-03-05T08:00:00Z">',
      `<div class="story"><h1>मछली बाज़ार बंद होगा</h1>${paragraphs(hindi)}</div>`,
      { lang: 'hi' },
    ),
    text: hindi,
    around: boilerplate,
  },
  {
    ...known,
    make: 'no facts but a byline that readers see',
    html: shell(
      '<title>Market closes - The Gazette</title>',
      `<div id="main"><h1>Market closes</h1><div class="meta"><span class="byline">By Wren Quayside</span> <span>5 March 2019, 16:00</span></div><div class="body">${paragraphs(english)}</div></div>`,
    ),
    text: english,
  },
  {
    make: 'Japanese in Shift_JIS that it does not declare',
    headline: '魚市場、閉鎖へ',
    html: encoded(
      shell(
        '<title>魚市場、閉鎖へ</title>',
        `<div><h1>魚市場、閉鎖へ</h1><p>2019年3月5日</p>${paragraphs(japanese)}</div>`,
        {
          lang: 'ja',
          charset: '',
          around: ['人気の記事', 'ログイン', '無断転載を禁じます'],
        },
      ),
      'shift_jis',
    ),
    published: '2019-03-05T00:00:00+08:00',
    text: japanese,
    around: ['無断転載を禁じます'],
  },
  {
    make: 'Chinese in GB18030 that says it is UTF-8',
    headline: '鱼市场将关闭',
    html: encoded(
      shell(
        '<title>鱼市场将关闭</title>',
        `<div><h1>鱼市场将关闭</h1><p>2019年3月5日</p>${paragraphs(chinese)}</div>`,
        {
          lang: 'zh',
          around: ['热门文章', '登录', '版权所有'],
        },
      ),
      'gb18030',
    ),
    published: '2019-03-05T00:00:00+08:00',
    text: chinese,
    around: ['版权所有'],
  },
  {
    make: 'Arabic in windows-1256',
    headline: 'إغلاق سوق السمك',
    html: encoded(
      shell('', `<article dir="rtl"><h1>إغلاق سوق السمك</h1>${paragraphs(arabic)}</article>`, {
        lang: 'ar',
        charset: '<meta http-equiv="content-type" content="text/html; charset=windows-1256">',
        around: ['الأكثر قراءة', 'تسجيل الدخول', 'جميع الحقوق محفوظة'],
      }),
      'windows-1256',
    ),
    text: arabic,
    around: ['جميع الحقوق محفوظة'],
  },
  {
    make: 'German in Latin-1 that it does not declare',
    headline: 'Fischmarkt schließt',
    published: '2019-03-05T16:00:00+08:00',
    byline: 'anna-kuehn',
    html: encoded(
      shell(
        '<meta name="author" content="Anna Kühn"><meta name="date" content="2019-03-05T09:00:00+01:00">',
        `<main><h1>Fischmarkt schließt</h1>${paragraphs(german)}</main>`,
        { lang: 'de', charset: '' },
      ),
      'windows-1252',
    ),
    text: german,
    around: boilerplate,
  },
  {
    ...known,
    make: 'figures in a figure',
    html: shell(
      data(article()),
      `<article><h1>Market closes</h1>${paragraphs(english.slice(0, 2))}<figure class="row"><figure><img src="https://gazette.example/a.jpg" alt="A gate"><figcaption>The gate on Monday <span class="credit">Ann Other</span></figcaption></figure>` +
        `<figure><img src="https://gazette.example/b.jpg" alt="A quay"><figcaption>The quay on Sunday</figcaption></figure><figcaption>Two days at the market</figcaption></figure>${paragraphs(english.slice(2))}</article>`,
    ),
    text: [
      ...english.slice(0, 2),
      'A gate The gate on Monday Ann Other',
      'A quay The quay on Sunday',
      'Two days at the market',
      ...english.slice(2),
    ],
  },
  {
    ...known,
    make: 'pictures that come when they are looked at',
    html: shell(
      data(article()),
      `<article><h1>Market closes</h1>${paragraphs(english.slice(0, 1))}<figure><img class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://gazette.example/gate.jpg" alt="A gate"><noscript><img src="https://gazette.example/gate.jpg" alt="A gate"></noscript><figcaption>The gate on Monday</figcaption></figure>` +
        `${paragraphs(english.slice(1, 2))}<p><img data-srcset="https://gazette.example/q-400.jpg 400w, https://gazette.example/q-800.jpg 800w" alt="A quay"></p>${paragraphs(english.slice(2))}</article>`,
    ),
    text: [
      ...english.slice(0, 1),
      'A gate',
      'The gate on Monday',
      ...english.slice(1, 2),
      'A quay',
      ...english.slice(2),
    ],
    has: ['https://gazette.example/gate.jpg', 'https://gazette.example/q-800.jpg'],
  },
  {
    ...known,
    make: 'a live blog',
    html: shell(
      data(
        article({
          '@type': 'LiveBlogPosting',
          liveBlogUpdate: english.map((text, index) => ({
            '@type': 'BlogPosting',
            headline: `Entry ${index}`,
            articleBody: text,
          })),
        }),
      ),
      `<article><h1>Market closes</h1>${english.map((each, index) => `<section><h2>Entry ${index}</h2><time datetime="2019-03-05T0${index}:00:00Z">0${index}:00</time><p>${each}</p></section>`).join('')}</article>`,
    ),
    text: english.flatMap((each, index) => [`Entry ${index}`, `0${index}:00`, each]),
    told: ['live blog'],
  },
  {
    ...known,
    make: 'a gallery',
    html: shell(
      data([article({ '@type': 'ImageGallery' }), article()]),
      `<article><h1>Market closes</h1>${paragraphs(english.slice(0, 2))}<ul class="gallery">${['gate', 'quay', 'pile'].map((each) => `<li><figure><img src="https://gazette.example/${each}.jpg" alt="A ${each}"><figcaption>The ${each} of the market on Monday</figcaption></figure></li>`).join('')}</ul></article>`,
    ),
    text: [
      ...english.slice(0, 2),
      ...['gate', 'quay', 'pile'].map((each) => `A ${each} The ${each} of the market on Monday`),
    ],
  },
  {
    ...known,
    make: 'AMP',
    html:
      `<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><script async src="https://cdn.ampproject.org/v0.js"></script><style amp-boilerplate>body{animation:x}</style>${data(article())}</head>` +
      `<body><amp-sidebar id="s"><a href="/">${boilerplate[1]}</a></amp-sidebar><article><h1>Market closes</h1>${paragraphs(english.slice(0, 2))}<amp-img src="https://gazette.example/gate.jpg" alt="A gate" width="800" height="600" layout="responsive"></amp-img><amp-ad type="x"></amp-ad>` +
      `${paragraphs(english.slice(2))}<amp-youtube data-videoid="abcdef12345" layout="responsive"></amp-youtube></article><footer>${boilerplate[2]}</footer></body></html>`,
    text: [...english.slice(0, 2), 'A gate', ...english.slice(2)],
    has: ['https://gazette.example/gate.jpg', 'https://www.youtube.com/watch?v=abcdef12345'],
    around: boilerplate.slice(1),
  },
  {
    ...known,
    make: 'tables, fonts and two line breaks for a paragraph',
    html:
      '<html><head><title>Market closes</title><meta name="author" content="Wren Quayside"><meta name="date" content="2019-03-05 16:00"></head><body bgcolor=white><table width=760><tr><td width=120>' +
      `<font size=1><a href="/a">${boilerplate[1]}</a><br><a href="/b">${boilerplate[0]}</a></font></td><td><font face=Times><h1>Market closes</h1>${english.join('<br><br>\n')}</font></td></tr><tr><td colspan=2><font size=1>${boilerplate[2]}</font></td></tr></table></body></html>`,
    text: english,
  },
  {
    ...known,
    make: 'further stories without end',
    html: shell(
      data(article()),
      `<main><article><h1>Market closes</h1>${paragraphs(english)}</article><section class="more"><h2>More stories</h2>${Array.from({ length: 60 }, (_, index) => `<div class="card"><a href="/s${index}"><h3>Another story of the day, number ${index}</h3><p>What it says in one line</p></a></div>`).join('')}</section></main>`,
    ),
    text: english,
    around: [...boilerplate, 'More stories', 'Another story of the day'],
  },
  {
    ...known,
    make: 'a banner about cookies, in front of all',
    html: shell(
      data(article()),
      `<div id="consent" class="cookie-banner" role="dialog"><h2>We value your privacy</h2><p>We and our 843 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers and standard information.</p><button>Accept all</button></div><article><h1>Market closes</h1>${paragraphs(english)}</article>`,
    ),
    text: english,
    around: [...boilerplate, 'We value your privacy', '843 partners'],
  },
  {
    ...known,
    make: 'the beginning of a story that costs something',
    html: shell(
      data(
        article({
          isAccessibleForFree: false,
          hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paywall' },
        }),
      ),
      `<article><h1>Market closes</h1>${paragraphs(english.slice(0, 2))}<div class="paywall-offer"><p>This story is for subscribers. Subscribe now to read on.</p></div></article>`,
    ),
    text: english.slice(0, 2),
    told: ['part that the page keeps for subscribers'],
  },
  {
    ...known,
    make: 'a form to be printed',
    html: `<html><head><title>Market closes</title></head><body onload="window.print()"><p>The Gazette – printed from gazette.example</p><hr><h2>Market closes</h2><p>By Wren Quayside<br>5 March 2019, 16:00</p>${paragraphs(english)}<hr><p>${boilerplate[2]}</p></body></html>`,
    text: english,
    around: boilerplate.slice(2),
  },
  {
    ...known,
    make: 'advertisements between paragraphs',
    html: shell(
      data(article()),
      `<article><h1>Market closes</h1>${english.map((each, index) => `<p>${each}</p><div class="ad-slot" id="ad-${index}"><span>Advertisement</span></div>`).join('')}<div class="newsletter"><h3>Our morning mail</h3><form><input type="email"><button>Sign up</button></form></div></article>`,
    ),
    text: english,
    around: [...boilerplate, 'Advertisement'],
  },
];
