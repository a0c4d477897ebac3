-- AlterTable
ALTER TABLE "edition" ADD COLUMN     "footer" TEXT[];
