-- AlterEnum
ALTER TYPE "notice_about" ADD VALUE 'stuck';

-- AlterTable
ALTER TABLE "proposal_notice" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "failure" TEXT,
ADD COLUMN     "not_before" TIMESTAMPTZ(3);
