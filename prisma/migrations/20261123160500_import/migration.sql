-- AlterTable
ALTER TABLE "initiative" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "edition_turn" (
    "id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "before_id" UUID,
    "after_id" UUID,

    CONSTRAINT "edition_turn_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "edition_turn_set_id_idx" ON "edition_turn"("set_id");

-- AddForeignKey
ALTER TABLE "edition_turn" ADD CONSTRAINT "edition_turn_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_turn" ADD CONSTRAINT "edition_turn_before_id_fkey" FOREIGN KEY ("before_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_turn" ADD CONSTRAINT "edition_turn_after_id_fkey" FOREIGN KEY ("after_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
