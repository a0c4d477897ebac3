-- AlterTable
ALTER TABLE "change" ADD COLUMN     "place_before" INTEGER;
