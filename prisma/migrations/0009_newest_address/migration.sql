-- AlterTable
ALTER TABLE "Effect" ADD COLUMN     "waitedFor" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "TeamsPace" (
    "key" TEXT NOT NULL,
    "state" JSONB NOT NULL,

    CONSTRAINT "TeamsPace_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL,
    "serviceUrl" TEXT NOT NULL,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);
