-- CreateTable
CREATE TABLE "frozen_edition" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "print" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen_by" TEXT NOT NULL,
    "frozen_by_posts" TEXT[],

    CONSTRAINT "frozen_edition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "frozen_edition_key_print_key" ON "frozen_edition"("key", "print");

-- What was published is never rewritten.
CREATE TRIGGER "frozen_edition_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "frozen_edition"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_rewrite"();
