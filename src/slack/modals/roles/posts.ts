import type { PostRecord } from '../../../actions/change-ports.ts';
import type { ChoiceField } from '../field.ts';
import type { Facts } from '../modal.ts';

/** Which post it is, by section and name. */
export function postField({ posts }: Facts): ChoiceField {
  return {
    kind: 'choice',
    name: 'post',
    label: 'field.post',
    options: posts.map((post) => ({ value: post.id, label: labelOf(post) })),
  };
}

/** 産業政策課 主任. */
function labelOf({ section, name }: Pick<PostRecord, 'section' | 'name'>): string {
  return `${section} ${name}`;
}

/** Without posts there is nothing to choose from: the form says what comes first. */
export function aboutPosts({ posts, words }: Facts): readonly string[] {
  return posts.length === 0 ? [words('modal.noPosts')] : [];
}
