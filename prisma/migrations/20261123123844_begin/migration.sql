-- CreateEnum
CREATE TYPE "milestone_state" AS ENUM ('planned', 'achieved', 'postponed', 'cancelled');

-- CreateEnum
CREATE TYPE "table_column" AS ENUM ('progress', 'upcoming');

-- CreateEnum
CREATE TYPE "mark" AS ENUM ('entry', 'sub_entry', 'remark', 'none');

-- CreateEnum
CREATE TYPE "precision" AS ENUM ('day', 'days', 'part_of_month', 'month', 'months', 'season', 'part_of_fiscal_year', 'year', 'fiscal_year', 'years', 'always', 'as_needed');

-- CreateEnum
CREATE TYPE "comparator" AS ENUM ('at_least', 'at_most');

-- CreateTable
CREATE TABLE "store_revision" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "value" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "store_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "checksum" CHAR(64) NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,
    "as_of_text" TEXT NOT NULL,
    "as_of_first" DATE,
    "as_of_last" DATE,
    "as_of_precision" "precision" NOT NULL,
    "as_of_approximate" BOOLEAN NOT NULL,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "edition_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_alias" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "alias" TEXT NOT NULL,

    CONSTRAINT "project_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strand" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "strand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "working_group" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "strand_id" UUID,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "working_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "parent_id" UUID,
    "strand_id" UUID,
    "working_group_id" UUID,
    "position" INTEGER NOT NULL,
    "table_column" "table_column" NOT NULL,
    "mark" "mark" NOT NULL,
    "text" TEXT NOT NULL,
    "state" "milestone_state" NOT NULL,
    "figures" TEXT[],
    "notes" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_date" (
    "id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "ordinal" INTEGER,
    "text" TEXT NOT NULL,
    "first" DATE,
    "last" DATE,
    "precision" "precision" NOT NULL,
    "approximate" BOOLEAN NOT NULL,

    CONSTRAINT "milestone_date_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "unit_on_actual" BOOLEAN NOT NULL,
    "target_amount" TEXT,
    "target_state" TEXT,
    "comparator" "comparator" NOT NULL,
    "comparator_written" BOOLEAN NOT NULL,
    "cumulative" BOOLEAN NOT NULL,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "amount" TEXT,
    "state" TEXT,
    "as_of_text" TEXT,
    "as_of_first" DATE,
    "as_of_last" DATE,
    "as_of_precision" "precision",
    "as_of_approximate" BOOLEAN,
    "edition_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_by_id" UUID,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "national" BOOLEAN NOT NULL,
    "is_new" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "edition_key_key" ON "edition"("key");

-- CreateIndex
CREATE UNIQUE INDEX "project_number_key" ON "project"("number");

-- CreateIndex
CREATE INDEX "project_alias_project_id_position_idx" ON "project_alias"("project_id", "position");

-- CreateIndex
CREATE INDEX "initiative_project_id_position_idx" ON "initiative"("project_id", "position");

-- CreateIndex
CREATE INDEX "strand_project_id_position_idx" ON "strand"("project_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "strand_project_id_name_key" ON "strand"("project_id", "name");

-- CreateIndex
CREATE INDEX "working_group_project_id_position_idx" ON "working_group"("project_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "working_group_project_id_name_key" ON "working_group"("project_id", "name");

-- CreateIndex
CREATE INDEX "milestone_project_id_position_idx" ON "milestone"("project_id", "position");

-- CreateIndex
CREATE INDEX "milestone_project_id_state_idx" ON "milestone"("project_id", "state");

-- CreateIndex
CREATE INDEX "milestone_parent_id_idx" ON "milestone"("parent_id");

-- CreateIndex
CREATE INDEX "milestone_date_milestone_id_position_idx" ON "milestone_date"("milestone_id", "position");

-- CreateIndex
CREATE INDEX "indicator_project_id_position_idx" ON "indicator"("project_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "observation_superseded_by_id_key" ON "observation"("superseded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "observation_indicator_id_position_key" ON "observation"("indicator_id", "position");

-- CreateIndex
CREATE INDEX "programme_project_id_position_idx" ON "programme"("project_id", "position");

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_alias" ADD CONSTRAINT "project_alias_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strand" ADD CONSTRAINT "strand_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strand" ADD CONSTRAINT "strand_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "strand"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_group" ADD CONSTRAINT "working_group_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_group" ADD CONSTRAINT "working_group_strand_id_fkey" FOREIGN KEY ("strand_id") REFERENCES "strand"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_strand_id_fkey" FOREIGN KEY ("strand_id") REFERENCES "strand"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_working_group_id_fkey" FOREIGN KEY ("working_group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_date" ADD CONSTRAINT "milestone_date_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_superseded_by_id_fkey" FOREIGN KEY ("superseded_by_id") REFERENCES "observation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say, added by hand.

-- The one row of the revision.
ALTER TABLE "store_revision" ADD CONSTRAINT "store_revision_one_row" CHECK ("id" = 1);
INSERT INTO "store_revision" ("id", "value") VALUES (1, 0);

-- A value is a number or a state.
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_one_target"
    CHECK (num_nonnulls("target_amount", "target_state") = 1);
ALTER TABLE "observation" ADD CONSTRAINT "observation_one_value"
    CHECK (num_nonnulls("amount", "state") = 1);

-- A period is there as a whole or not at all, and does not end before it begins.
ALTER TABLE "edition" ADD CONSTRAINT "edition_as_of_order" CHECK ("as_of_first" <= "as_of_last");
ALTER TABLE "milestone_date" ADD CONSTRAINT "milestone_date_order" CHECK ("first" <= "last");
ALTER TABLE "observation" ADD CONSTRAINT "observation_as_of_order" CHECK ("as_of_first" <= "as_of_last");
ALTER TABLE "observation" ADD CONSTRAINT "observation_as_of_whole" CHECK (
    num_nonnulls("as_of_text", "as_of_precision", "as_of_approximate") = 3
    OR num_nonnulls("as_of_text", "as_of_first", "as_of_last", "as_of_precision", "as_of_approximate") = 0
);

-- Which dates touch a span of days: a range with an open side reaches to infinity there.
CREATE INDEX "milestone_date_range" ON "milestone_date" USING gist (daterange("first", "last", '[]'))
    WHERE "first" IS NOT NULL OR "last" IS NOT NULL;
