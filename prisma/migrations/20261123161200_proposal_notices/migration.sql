-- CreateEnum
CREATE TYPE "notice_about" AS ENUM ('asked', 'result');

-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "amended" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "announced_at" TIMESTAMPTZ(3),
ADD COLUMN     "result_told_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "proposal_notice" (
    "proposal_id" UUID NOT NULL,
    "about" "notice_about" NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_notice_pkey" PRIMARY KEY ("proposal_id","about","person_id")
);

-- AddForeignKey
ALTER TABLE "proposal_notice" ADD CONSTRAINT "proposal_notice_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Those that are there have been told of as well as they were: nobody hears of them again.
UPDATE "proposal" SET "announced_at" = "proposed_at", "result_told_at" = "decided_at";
