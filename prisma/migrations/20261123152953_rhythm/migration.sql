-- CreateEnum
CREATE TYPE "frequency" AS ENUM ('monthly', 'quarterly', 'half_yearly', 'fiscal_yearly', 'calendar_yearly', 'irregular');

-- AlterTable
ALTER TABLE "indicator" ADD COLUMN     "frequency" "frequency" NOT NULL DEFAULT 'fiscal_yearly',
ADD COLUMN     "lag_months" INTEGER NOT NULL DEFAULT 3;

-- The rhythms that an edition would be given now (src/domain/rhythm.ts), by the newest value in force.
UPDATE "indicator" SET "frequency" = 'irregular' WHERE "target_state" IS NOT NULL;
UPDATE "indicator" AS i SET "frequency" = 'calendar_yearly'
WHERE i."target_state" IS NULL AND 12 = (
  SELECT CASE WHEN extract(day FROM o."as_of_last") = 31 THEN extract(month FROM o."as_of_last") END
  FROM "observation" AS o
  WHERE o."indicator_id" = i."id" AND o."withdrawn_at" IS NULL AND o."as_of_last" IS NOT NULL
  ORDER BY o."as_of_last" DESC, o."position" DESC LIMIT 1);
