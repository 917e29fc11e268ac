import { Body, Controller, Get, Headers, Param, Post, Query } from "@nestjs/common";
import { DataSource } from "typeorm";
import type { Request, Response } from "express";

@Controller("users")
export class UserController {
  constructor(private readonly db: DataSource) {}

  @Get(":id")
  async find(@Param("id") id: string, @Query("sort") sort: string) {
    // ruleid: node-sql-injection
    const rows = await this.db.query(`SELECT * FROM users WHERE id = '${id}'`);
    // ruleid: node-sql-injection
    await this.db.query("SELECT * FROM users ORDER BY " + sort);
    // ok: node-sql-injection
    await this.db.query("SELECT * FROM users WHERE id = $1", [id]);
    return rows;
  }

  @Post()
  async create(@Body() body: CreateUser, @Headers("x-tenant") tenant: string): Promise<void> {
    // ruleid: node-sql-injection
    await this.db.query("INSERT INTO users VALUES ('" + body.name + "')");
    // ruleid: node-sql-injection
    await this.db.query("SET search_path TO " + tenant);
  }
}

export async function handler(req: Request, res: Response): Promise<void> {
  const name: string = req.query.name as string;
  const sql: string = "SELECT * FROM users WHERE name = '" + name + "'";
  // ruleid: node-sql-injection
  res.json(await pool.query(sql));
  const id = Number(req.params.id);
  // ok: node-sql-injection
  await pool.query(`SELECT * FROM users WHERE id = ${id}`);
}
