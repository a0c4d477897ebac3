/** Rows of project 8 as a form was filled in on them. */
export const seminar = { target: { kind: 'milestone', id: 'セミナー' }, version: 1 } as const;
export const projectRow = { target: { kind: 'project', id: 'project-8' }, version: 1 } as const;
