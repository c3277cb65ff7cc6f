-- AlterTable
ALTER TABLE "Withdrawal" ADD COLUMN     "ofScope" TEXT;
