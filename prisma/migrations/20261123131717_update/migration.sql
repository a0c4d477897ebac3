-- CreateEnum
CREATE TYPE "project_role" AS ENUM ('lead', 'deputy');

-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('open', 'approved', 'rejected');

-- DropForeignKey
ALTER TABLE "observation" DROP CONSTRAINT "observation_superseded_by_id_fkey";

-- DropIndex
DROP INDEX "milestone_project_id_position_idx";

-- DropIndex
DROP INDEX "observation_superseded_by_id_key";

-- DropIndex
DROP INDEX "project_number_key";

-- DropIndex
DROP INDEX "strand_project_id_name_key";

-- DropIndex
DROP INDEX "working_group_project_id_name_key";

-- AlterTable
ALTER TABLE "indicator" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "milestone" ADD COLUMN     "first_planned_approximate" BOOLEAN,
ADD COLUMN     "first_planned_first" DATE,
ADD COLUMN     "first_planned_last" DATE,
ADD COLUMN     "first_planned_precision" "precision",
ADD COLUMN     "first_planned_text" TEXT,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "observation" DROP COLUMN "superseded_by_id",
ADD COLUMN     "note" TEXT,
ADD COLUMN     "recorded_by" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ALTER COLUMN "edition_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "retired_at" TIMESTAMPTZ(3),
ALTER COLUMN "edition_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "strand" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "working_group" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_administrator" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occupancy" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "person_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "occupancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_role_of_post" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "role" "project_role" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_role_of_post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "set_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "verb" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "project_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "by_id" TEXT NOT NULL,
    "by_posts" TEXT[],
    "approved_by_id" TEXT,
    "approved_by_posts" TEXT[],
    "reason" TEXT,
    "via" TEXT NOT NULL,
    "channel_id" TEXT,
    "permalink" TEXT,
    "undoes" UUID,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "key" TEXT NOT NULL,
    "set_id" UUID,
    "proposal_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "target_kind" TEXT,
    "target_id" UUID,
    "target_version" INTEGER,
    "fields" JSONB NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_posts" TEXT[],
    "via" TEXT NOT NULL,
    "channel_id" TEXT,
    "permalink" TEXT,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "proposal_state" NOT NULL DEFAULT 'open',
    "decided_by_id" TEXT,
    "decided_by_posts" TEXT[],
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "reminded_at" TIMESTAMPTZ(3),
    "set_id" UUID,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "occupancy_person_id_idx" ON "occupancy"("person_id");

-- CreateIndex
CREATE INDEX "project_role_of_post_project_id_idx" ON "project_role_of_post"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "change_seq_key" ON "change"("seq");

-- CreateIndex
CREATE INDEX "change_project_id_seq_idx" ON "change"("project_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "change_target_id_seq_idx" ON "change"("target_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "change_set_id_seq_idx" ON "change"("set_id", "seq");

-- CreateIndex
CREATE INDEX "change_undoes_idx" ON "change"("undoes");

-- CreateIndex
CREATE INDEX "request_at_idx" ON "request"("at");

-- CreateIndex
CREATE INDEX "proposal_project_id_state_idx" ON "proposal"("project_id", "state");

-- CreateIndex
CREATE INDEX "proposal_state_proposed_at_idx" ON "proposal"("state", "proposed_at");

-- CreateIndex
CREATE INDEX "milestone_project_id_table_column_position_idx" ON "milestone"("project_id", "table_column", "position");

-- AddForeignKey
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_role_of_post" ADD CONSTRAINT "project_role_of_post_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_role_of_post" ADD CONSTRAINT "project_role_of_post_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say, added by hand.

-- What must be unique is so among the rows that are there.
CREATE UNIQUE INDEX "project_number_once" ON "project" ("number")
    WHERE "retired_at" IS NULL AND "removed_at" IS NULL;
CREATE UNIQUE INDEX "strand_name_once" ON "strand" ("project_id", "name") WHERE "removed_at" IS NULL;
CREATE UNIQUE INDEX "working_group_name_once" ON "working_group" ("project_id", "name") WHERE "removed_at" IS NULL;
CREATE UNIQUE INDEX "post_name_once" ON "post" ("section", "name") WHERE "removed_at" IS NULL;
CREATE UNIQUE INDEX "occupancy_once" ON "occupancy" ("post_id", "person_id") WHERE "removed_at" IS NULL;
CREATE UNIQUE INDEX "project_role_of_post_once" ON "project_role_of_post" ("post_id", "project_id")
    WHERE "removed_at" IS NULL;

-- A value came from an edition or from a person.
ALTER TABLE "observation" ADD CONSTRAINT "observation_one_source"
    CHECK (num_nonnulls("edition_id", "recorded_by") = 1);

-- A period is there as a whole or not at all, and does not end before it begins.
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_first_planned_order"
    CHECK ("first_planned_first" <= "first_planned_last");
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_first_planned_whole" CHECK (
    num_nonnulls("first_planned_text", "first_planned_precision", "first_planned_approximate") = 3
    OR num_nonnulls("first_planned_text", "first_planned_first", "first_planned_last",
                    "first_planned_precision", "first_planned_approximate") = 0
);

-- A request was written, or kept as a proposal.
ALTER TABLE "request" ADD CONSTRAINT "request_one_answer" CHECK (num_nonnulls("set_id", "proposal_id") = 1);

-- A proposal names a row as a whole or none.
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_whole_target"
    CHECK (("target_kind" IS NULL) = ("target_id" IS NULL));

-- The audit trail is only added to.
CREATE FUNCTION "refuse_to_rewrite"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of "%" are only added, never changed or taken away', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "change_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "change"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_rewrite"();
