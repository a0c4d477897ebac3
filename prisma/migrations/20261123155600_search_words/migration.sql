-- CreateTable
CREATE TABLE "search_word" (
    "id" UUID NOT NULL,
    "written" TEXT NOT NULL,
    "reading" TEXT,
    "parts" TEXT[],
    "shipped" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_synonym" (
    "id" UUID NOT NULL,
    "said" TEXT NOT NULL,
    "meant" TEXT[],
    "shipped" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "search_synonym_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_cut" (
    "key" CHAR(22) NOT NULL,
    "terms" TEXT NOT NULL,

    CONSTRAINT "search_cut_pkey" PRIMARY KEY ("key")
);

CREATE UNIQUE INDEX "search_word_once" ON "search_word" ("written") WHERE "removed_at" IS NULL;
CREATE UNIQUE INDEX "search_synonym_once" ON "search_synonym" ("said") WHERE "removed_at" IS NULL;
