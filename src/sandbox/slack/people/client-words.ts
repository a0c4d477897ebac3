/** What Slack's own client says, before or instead of the bot. */
export interface ClientWords {
  readonly required: string;
  readonly number: string;
  readonly email: string;
  readonly url: string;
  readonly trouble: string;
  tooShort(min: number): string;
  tooLong(max: number): string;
  tooSmall(min: string): string;
  tooLarge(max: string): string;
  tooMany(max: number): string;
}

const english: ClientWords = {
  required: 'Please complete this required field.',
  number: 'Please enter a valid number.',
  email: 'Please enter a valid email address.',
  url: 'Please enter a valid URL.',
  trouble: 'We had some trouble connecting. Try again?',
  tooShort: (min) => `Please enter at least ${min} characters.`,
  tooLong: (max) => `Please enter at most ${max} characters.`,
  tooSmall: (min) => `Please enter ${min} or more.`,
  tooLarge: (max) => `Please enter ${max} or less.`,
  tooMany: (max) => `Please choose at most ${max}.`,
};

const japanese: ClientWords = {
  required: 'この項目は必須です。',
  number: '半角の数字で入力してください。',
  email: 'メールアドレスを正しく入力してください。',
  url: 'URL を正しく入力してください。',
  trouble: 'アプリにうまくつながりませんでした。もう一度お試しください。',
  tooShort: (min) => `${min}文字以上で入力してください。`,
  tooLong: (max) => `${max}文字以内で入力してください。`,
  tooSmall: (min) => `${min} 以上で入力してください。`,
  tooLarge: (max) => `${max} 以下で入力してください。`,
  tooMany: (max) => `選べるのは${max}件までです。`,
};

/** The client's words for a person: Japanese, or English for everybody else. */
export function clientWords(locale: string): ClientWords {
  return locale.startsWith('ja') ? japanese : english;
}
