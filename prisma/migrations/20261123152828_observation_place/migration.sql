-- AlterTable
ALTER TABLE "observation" ADD COLUMN     "edition_line" INTEGER,
ADD COLUMN     "edition_project" INTEGER;

-- What an edition brought stands where it stood there, unless its project was renumbered or merged since: of those
-- nobody can say it any more.
UPDATE "observation" o
   SET "edition_project" = p."number", "edition_line" = i."position" + 1
  FROM "indicator" i
  JOIN "project" p ON p."id" = i."project_id"
 WHERE i."id" = o."indicator_id" AND o."edition_id" IS NOT NULL AND o."edition_id" = p."edition_id"
   AND NOT EXISTS (
     SELECT 1 FROM "change" c
      WHERE c."target_id" IN (i."id", p."id") AND c."verb" IN ('merge-projects', 'edit-project', 'undo'));
