import type { PersonId } from '../domain/person.ts';
import type { Database } from './database.ts';

/** Notes a welcome as `WelcomeBook.noteWelcome` says: of two at once one is the first. */
export async function noteWelcome(
  { prisma }: Database,
  { person, at }: { readonly person: PersonId; readonly at: Date },
): Promise<boolean> {
  const noted = await prisma.$executeRaw`
    INSERT INTO "welcome" ("person_id", "at") VALUES (${person}, ${at}) ON CONFLICT ("person_id") DO NOTHING`;
  return noted === 1;
}
