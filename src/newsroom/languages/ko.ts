import 'dayjs/locale/ko.js';
import type { Language } from './language.ts';

export const korean: Language = {
  tag: 'ko',
  typography: { quotes: ['“”', '‘’'], marksOnly: true },
  dates: {
    locale: 'ko',
    date: 'YYYY년 M월 D일',
    day: 'YYYY년 M월 D일 dddd',
    dayAndMonth: 'M월 D일',
    month: 'YYYY년 M월',
    year: 'YYYY년',
    hour: ' HH:mm',
  },
  // Words are whole phrases, and therefore counted in letters.
  pace: { letters: 500 },
  script: {
    serif: ['AppleMyungjo', 'Nanum Myeongjo', 'Noto Serif CJK KR', 'Batang'],
    sans: ['Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR'],
    leading: 1.75,
    headline: { leading: 1.32, letter: 1 },
    emphasis: 'dots',
    squares: true,
  },
  words: ({ number, digits, quoted }) => ({
    language: 'ko',
    skipToText: '본문으로 건너뛰기',
    frontPage: '1면',
    kinds: {
      news: undefined,
      briefs: '단신',
      analysis: '분석',
      opinion: '오피니언',
      feature: '기획',
      obituary: '부고',
    },
    credits: {
      writer: (names) => `글 ${names}`,
      editor: (names) => `편집 ${names}`,
      photographer: (names) => `사진 ${names}`,
      illustrator: (names) => `그림 ${names}`,
      cartographer: (names) => `지도 ${names}`,
      translator: (names) => `번역 ${names}`,
    },
    withAgencies: (names) => `${names} 보도 종합`,
    published: '입력',
    updated: '수정',
    at: (time) => time,
    oldNotice: (years) => `이 기사는 ${number(years)}년 이상 지난 기사입니다.`,
    corrections: '바로잡습니다',
    correctionKinds: { correction: '정정', clarification: '보충 설명', update: '업데이트' },
    provenance: ({ publication, date, headline, section, page }) =>
      `이 기사는 ${publication} ${date} 자 지면` +
      `${section || page ? `(${[section, page && `${digits(page)}면`].filter(Boolean).join(', ')})` : ''}에 ` +
      `${headline ? `${quoted(headline)}라는 제목으로 ` : ''}실린 기사를 바탕으로 했습니다.`,
    video: '영상',
    watchAt: (host) => `${host}에서 보기 또는 읽기`,
    related: '관련 기사',
    footnotes: '주',
    backToText: (note) => `주 ${digits(note)}에서 본문으로 돌아가기`,
    table: '표',
    picture: '사진',
    pictures: '사진 모음',
    quotation: '인용',
    box: '상자 기사',
    withdrawn: '이 기사는 철회되었습니다',
    withdrawnOn: (date) => `${date} 철회`,
    topics: '주제',
    stayInTouch: '소식 받기',
    groups: { paper: '신문', read: '읽기', follow: '소식 받기', policies: '방침' },
    imprint: '발행 정보',
    publishedBy: (publisher) => `발행 ${publisher}`,
    textLicence: (licence) => `본문 이용 허락 ${licence}`,
    noStories: '아직 실린 기사가 없습니다.',
    notFound: '이 주소에는 페이지가 없습니다',
    notFoundText:
      '주소가 잘못 입력되었을 수 있습니다. 모든 기사는 검색으로 찾으실 수 있으며, 최신 기사는 1면에 있습니다.',
    lists: {
      navigation: '신문 안내',
      sections: '섹션',
      archive: '지난 기사',
      contributors: '필진',
      editions: '지면 보기',
      search: '검색',
      storyCount: (count) => `기사 ${number(count)}건`,
      newer: '다음 기사 목록',
      older: '이전 기사 목록',
      newest: '최신 기사',
      pageNumber: (page) => `${number(page)}쪽`,
      storiesBy: (name) => `${name}의 기사`,
      printEdition: (date) => `${date} 자 지면`,
      printPage: (page) => `${digits(page)}면`,
      printHeadline: (headline) => `지면 제목: ${quoted(headline)}`,
      nothingListed: '아직 아무것도 없습니다.',
      noCorrections: '아직 바로잡을 내용이 없습니다.',
      links: '링크',
      pages: '페이지',
      trail: '현재 위치',
    },
    feeds: {
      label: '피드',
      about: '이것은 피드입니다. 주소를 피드 리더에 넣으면 새 기사가 발행 순서대로 전문으로 전달됩니다.',
    },
    front: {
      briefs: '단신',
      analysis: '분석과 의견',
      earlier: '지난 며칠의 기사',
      allOf: (section) => `${section} 기사 모두 보기`,
    },
    article: {
      readingTime: (minutes) => `읽는 데 약 ${number(minutes)}분`,
      contents: '이 기사의 차례',
      previousIn: (section) => `${section} 이전 기사`,
      nextIn: (section) => `${section} 다음 기사`,
      moreOnTopic: '이 주제의 다른 기사',
    },
    sharing: {
      share: '공유',
      copyLink: '링크 복사',
      email: '이메일',
      copyPassage: '이 문단의 링크 복사',
      copyQuote: '인용문과 링크 복사',
      linkCopied: '링크를 복사했습니다.',
      quoteCopied: '인용문을 링크와 함께 복사했습니다.',
      citationCopied: '출처를 복사했습니다.',
      notCopied: '브라우저가 복사하지 못했습니다:',
      moved: '링크된 문단이 수정되었거나 삭제되었습니다. 가장 가까운 문단입니다.',
      cite: '이 기사 인용하기',
      copy: '복사',
      qrCode: '짧은 링크의 QR 코드',
    },
    onPaper: {
      folio: (page, pages) => `${page} / ${pages}쪽`,
      qr: (address) => `${address} QR 코드`,
      version: (version) => `${number(version)}차 판`,
      print: '인쇄',
      pictures: '사진 포함',
      larger: '글자 크게',
    },
    newspaper: {
      toPrint: '신문 형태로 인쇄',
      continuedOn: (page) => `${digits(page)}면에 계속`,
      continuedFrom: (page) => `${digits(page)}면에서 계속`,
      inside: '지면 안내',
      files: '파일로 받기',
      accessible: '본문 전체가 읽는 순서대로 실려 있으며 제목, 차례, 그림 설명이 있습니다.',
    },
    searching: {
      label: '지난 기사 검색',
      description: (name) => `${name}의 모든 기사를 낱말, 섹션, 주제, 필자, 연도로 찾아봅니다.`,
      button: '검색',
      resultCount: (count) => `기사 ${number(count)}건을 찾았습니다`,
      nothing: (query) => `${quoted(query)}에 대한 기사가 없습니다.`,
      near: '비슷한 말:',
      busy: '검색 중…',
      failed: '검색을 불러오지 못했습니다. 지난 기사에서 모든 기사를 연도별로 보실 수 있습니다.',
      more: '결과 더 보기',
      filters: '검색 범위 좁히기',
      section: '섹션',
      topic: '주제',
      contributor: '필자',
      year: '연도',
      all: '전체',
      order: '정렬',
      byRelevance: '정확도순',
      byNewest: '최신순',
      byOldest: '오래된순',
      withoutScript:
        '검색은 브라우저에서 실행되며 자바스크립트가 필요합니다. 자바스크립트가 없어도 지난 기사에서 모든 기사를 연도별로 보실 수 있습니다.',
    },
    comfort: {
      tools: '읽기 도구',
      settings: '보기 설정',
      close: '닫기',
      theme: '색상',
      themes: { auto: '기기 설정에 따름', paper: '종이', dark: '어둡게', sepia: '세피아' },
      textSize: '글자 크기',
      spacing: '줄 간격',
      letterSpacing: '자간',
      lineLength: '줄 길이',
      typeface: '글꼴',
      typefaces: { serif: '명조', sans: '고딕' },
      singleKeys: '단일 키 단축키',
      reset: '초기화',
      save: '나중에 읽기',
      saved: '저장됨',
      savedStories: '저장한 기사',
      nothingSaved: '이 기기에 저장한 기사가 아직 없습니다.',
      needsScript: '기사는 자바스크립트로 기기에 저장되는데, 자바스크립트가 꺼져 있습니다.',
      readableOffline: '오프라인에서도 읽을 수 있음',
      remove: '삭제',
      offline: '네트워크에 연결되어 있지 않습니다. 이 기기에 저장된 사본입니다.',
      notKept: '네트워크에 연결되어 있지 않으며, 이 페이지는 이 기기에 저장되어 있지 않습니다.',
      resume: '이어서 읽기',
      listen: '듣기',
      pause: '일시 정지',
      goOn: '계속 듣기',
      stop: '중지',
      help: '키보드 단축키',
      keys: {
        search: '검색',
        next: '다음 기사',
        previous: '이전 기사',
        front: '1면',
        save: '나중에 읽기',
        settings: '보기 설정',
        top: '제목으로 돌아가기',
        help: '단축키 목록',
      },
      enlarge: '사진 확대',
      nextPicture: '다음 사진',
      previousPicture: '이전 사진',
      pictureOf: (picture, count) => `사진 ${count}장 중 ${picture}번째`,
      play: '영상 재생',
    },
  }),
  firstEdition: (name) => ({
    section: { name: '뉴스', description: '무슨 일이 있었고 어떤 의미인가.' },
    desk: '편집국',
    about: {
      title: '이 신문에 대하여',
      description: `${name}은(는) 어떤 신문이며 누가 만드는가.`,
      text: `${name}은(는) 신문입니다. 기사는 [편집국](/contributors/newsdesk/)이 씁니다.

잘못은 공개적으로 바로잡습니다. 정정은 기사 아래와 [정정 페이지](/corrections/)에 실립니다.`,
    },
    contact: {
      title: '문의',
      description: `${name}에 연락하는 방법.`,
      text: '편지와 질문, 정정 요청을 환영합니다.',
    },
    story: {
      headline: `${name} 창간`,
      standfirst: '이 첫 기사는 기사에 무엇을 실을 수 있는지 보여 줍니다.',
      picture: {
        alt: '1면 그림: 제목, 두 단의 본문, 사진.',
        caption: '1면은 이렇게 시작한다.',
        credit: `그림: ${name}`,
      },
      text: `기사는 폴더 하나이고 그 안에 본문이 있으며, 그 자리가 영구적인 주소입니다. 이 기사는 고쳐도 되고 폴더를 지워도 됩니다.

낱말은 *강조*할 수 있고 [다른 곳](/about/)으로 이을 수 있습니다. 기사에 실을 수 있는 것은 아래에 더 있습니다.

## 인용, 상자, 표

:::pull-quote
두 번 읽을 만한 말은 본문 밖으로 끌어낼 수 있습니다.
:::

사실은 옆의 상자에 둡니다.

:::fact-box[첫 명령]
- \`npm run dev\`: 신문과 모든 변경을 보여 줍니다
- \`npm run desk new\`: 기사를 만듭니다
- \`npm run check\`: 고칠 것을 알려 줍니다
- \`npm run desk publish\`: 발행합니다
:::

| 페이지 | 내용 |
| --- | --- |
| [1면](/) | 최신 기사 |
| [아카이브](/archive/) | 모든 기사 |`,
    },
  }),
};
