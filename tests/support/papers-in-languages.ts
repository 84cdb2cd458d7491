/** What is said in a paper of three stories, in its own language. */
export interface Sample {
  /** BCP 47. */
  language: string;
  paper: string;
  section: string;
  topic: string;
  writers: [string, string, string];
  publisher: string;
  place: string;
  policy: string;
  /** With straight quotation marks around its first words. */
  headline: string;
  standfirst: string;
  body: string;
  second: string;
  correction: string;
}

export const samples: Sample[] = [
  {
    language: 'en-GB',
    paper: 'The Harbour Post',
    section: 'Town',
    topic: 'Bridges',
    writers: ['Ada Quay', 'Ben Pier', 'Cora Wharf'],
    publisher: 'Harbour Press',
    place: 'Quay Street',
    policy: 'Privacy',
    headline: '"Old bridge" opens again',
    standfirst: 'After a year of repairs people can walk across.',
    body: 'The bridge opened at dawn, and *nobody* waited long.',
    second: 'Ferries sail through the night',
    correction: 'An earlier version of this article gave the wrong year.',
  },
  {
    language: 'de',
    paper: 'Hafenbote',
    section: 'Stadt',
    topic: 'Brücken',
    writers: ['Anna Kai', 'Bernd Mole', 'Clara Werft'],
    publisher: 'Hafenverlag',
    place: 'Hamburg',
    policy: 'Datenschutz',
    headline: '"Alte Brücke" wieder offen',
    standfirst: 'Nach einem Jahr der Reparatur darf man wieder hinübergehen.',
    body: 'Die Brücke wurde im Morgengrauen geöffnet, und *niemand* musste lange warten.',
    second: 'Fähren fahren die Nacht hindurch',
    correction: 'In einer früheren Fassung stand ein falsches Jahr.',
  },
  {
    language: 'fr',
    paper: 'Le Courrier du port',
    section: 'Ville',
    topic: 'Ponts',
    writers: ['Anne Duquai', 'Benoît Jetée', 'Claire Bassin'],
    publisher: 'Presses du port',
    place: 'Marseille',
    policy: 'Confidentialité',
    headline: '"Le vieux pont" rouvre',
    standfirst: 'Après un an de travaux, on peut le traverser à pied.',
    body: 'Le pont a rouvert à l’aube, et *personne* n’a attendu longtemps.',
    second: 'Les bacs naviguent toute la nuit',
    correction: 'Une version précédente donnait une année erronée.',
  },
  {
    language: 'es',
    paper: 'El Correo del Puerto',
    section: 'Ciudad',
    topic: 'Puentes',
    writers: ['Ana Muelle', 'Benito Dársena', 'Clara Espigón'],
    publisher: 'Editorial del Puerto',
    place: 'Cádiz',
    policy: 'Privacidad',
    headline: '"El puente viejo" reabre',
    standfirst: 'Tras un año de obras ya se puede cruzar a pie.',
    body: 'El puente abrió al amanecer y *nadie* esperó mucho.',
    second: 'Los transbordadores navegan toda la noche',
    correction: 'Una versión anterior daba un año equivocado.',
  },
  {
    language: 'ar',
    paper: 'بريد الميناء',
    section: 'المدينة',
    topic: 'الجسور',
    writers: ['نورة المرفئي', 'سامي البحري', 'ليلى الرصيف'],
    publisher: 'دار الميناء',
    place: 'الإسكندرية',
    policy: 'الخصوصية',
    headline: '"الجسر القديم" يُفتح من جديد',
    standfirst: 'بعد عام من الإصلاح صار العبور مشيًا ممكنًا.',
    body: 'فُتح الجسر عند الفجر، و*لم ينتظر* أحد طويلًا.',
    second: 'العبّارات تبحر طوال الليل',
    correction: 'ذكرت نسخة سابقة من هذا المقال سنة غير صحيحة.',
  },
  {
    language: 'he',
    paper: 'דואר הנמל',
    section: 'העיר',
    topic: 'גשרים',
    writers: ['נועה רציף', 'יואב מזח', 'תמר עוגן'],
    publisher: 'הוצאת הנמל',
    place: 'חיפה',
    policy: 'פרטיות',
    headline: '"הגשר הישן" נפתח מחדש',
    standfirst: 'אחרי שנה של תיקונים אפשר לחצות אותו ברגל.',
    body: 'הגשר נפתח עם שחר, ו*איש* לא חיכה זמן רב.',
    second: 'המעבורות מפליגות כל הלילה',
    correction: 'בגרסה קודמת של הכתבה הופיעה שנה שגויה.',
  },
  {
    language: 'hi',
    paper: 'बंदरगाह समाचार',
    section: 'शहर',
    topic: 'पुल',
    writers: ['नीरा घाट', 'समीर सागर', 'लता तट'],
    publisher: 'बंदरगाह प्रकाशन',
    place: 'मुंबई',
    policy: 'निजता',
    headline: '"पुराना पुल" फिर खुला',
    standfirst: 'एक साल की मरम्मत के बाद लोग पैदल पार जा सकते हैं।',
    body: 'पुल भोर में खुला और *किसी को* देर तक इंतज़ार नहीं करना पड़ा।',
    second: 'नावें रात भर चलती हैं',
    correction: 'इस लेख के पिछले रूप में साल ग़लत था।',
  },
  {
    language: 'ja',
    paper: '港新聞',
    section: '街',
    topic: '橋',
    writers: ['港野橋子', '波止場一郎', '岸辺渚'],
    publisher: '港出版',
    place: '横浜',
    policy: 'プライバシー',
    headline: '"古い橋"が再開',
    standfirst: '一年の改修を終え、歩いて渡れるようになった。',
    body: '橋は夜明けに開き、*誰も*長くは待たなかった。',
    second: '渡し船、夜通し運航',
    correction: '以前の記事では年に誤りがありました。',
  },
  {
    language: 'ko',
    paper: '항구신문',
    section: '도시',
    topic: '다리',
    writers: ['나루희', '한바다', '김부두'],
    publisher: '항구출판사',
    place: '부산',
    policy: '개인정보',
    headline: '"옛 다리" 다시 열려',
    standfirst: '일 년의 보수를 마치고 걸어서 건널 수 있게 됐다.',
    body: '다리는 새벽에 열렸고 *아무도* 오래 기다리지 않았다.',
    second: '나룻배, 밤새 운항',
    correction: '이전 기사에는 연도가 잘못 적혀 있었습니다.',
  },
  {
    language: 'zh-Hans',
    paper: '港口日报',
    section: '城市',
    topic: '桥梁',
    writers: ['林码头', '王海岸', '陈渡口'],
    publisher: '港口出版社',
    place: '上海',
    policy: '隐私',
    headline: '"老桥"重新开放',
    standfirst: '经过一年修缮，行人又可以走过去了。',
    body: '大桥在黎明开放，*没有人*等很久。',
    second: '渡轮通宵航行',
    correction: '本文先前版本中的年份有误。',
  },
];

/** Written the other way than a sample: Arabic, or English in a paper that is itself written from right to left. */
export function otherWay({ language }: Sample): Sample {
  const other = /^(ar|he)$/.test(language) ? 'en-GB' : 'ar';
  return samples.find((sample) => sample.language === other)!;
}

/** A paper in the language of a sample, whose third story is in another language and runs the other way. */
export function paperIn(sample: Sample): Record<string, string> {
  const { language, paper, section, topic, writers, publisher, place, policy } = sample;
  const foreign = otherWay(sample);
  return {
    'publication.yaml': yaml({
      name: paper,
      url: 'https://small.example',
      language,
      timeZone: 'Europe/Berlin',
      sections: ['town'],
      licence: 'CC-BY-4.0',
      publisher: { name: publisher, place },
      policies: [{ label: policy, url: 'https://paper.example.org/policy' }],
    }),
    'sections/town.yaml': yaml({ name: section }),
    'topics/bridges.yaml': yaml({ name: topic }),
    ...Object.fromEntries(writers.map((name, index) => [`contributors/writer-${index}.yaml`, yaml({ name })])),
    'articles/2025/05/06/first/index.md': article(
      {
        id: 'frst22',
        headline: sample.headline,
        standfirst: sample.standfirst,
        topics: ['bridges'],
        contributors: [0, 1, 2].map((index) => ({ who: `writer-${index}` })),
        dateline: { place, date: '2025-05-05' },
        published: '2025-05-06T05:20:00+02:00',
        related: [{ heading: topic, stories: [{ article: '2025/05/06/third' }, { article: '2025/05/06/second' }] }],
      },
      `${sample.body}\n\n${sample.body}[^1]\n\n[^1]: ${sample.standfirst}`,
    ),
    'articles/2025/05/06/second/index.md': article(
      {
        id: 'scnd22',
        headline: sample.second,
        kind: 'analysis',
        contributors: [{ who: 'writer-1' }, { who: 'writer-2', role: 'photographer' }],
        published: '2025-05-06T06:20:00+02:00',
        updated: '2025-05-06T10:00:00+02:00',
        print: { publication: paper, edition: '2025-05-07', headline: sample.second, section, page: '3' },
        corrections: [{ at: '2025-05-06T10:00:00+02:00', text: sample.correction }],
      },
      sample.body,
    ),
    'articles/2025/05/06/third/index.md': article(
      {
        id: 'thrd22',
        headline: foreign.headline,
        standfirst: foreign.standfirst,
        language: foreign.language,
        contributors: [{ who: 'writer-0' }, { who: 'writer-1' }],
        dateline: { place, date: '2025-05-05' },
        published: '2025-05-06T07:20:00+02:00',
        print: { publication: paper, edition: '2025-05-07', page: '4' },
        related: [{ heading: foreign.topic, stories: [{ article: '2025/05/06/first' }] }],
      },
      foreign.body,
    ),
  };
}

// JSON is YAML.
function yaml(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function article(facts: Record<string, unknown>, body: string): string {
  const fields = Object.entries({ section: 'town', status: 'published', ...facts });
  return `---\n${fields.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join('\n')}\n---\n\n${body}\n`;
}
